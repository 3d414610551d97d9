/** The texts of Content Credentials. They are loaded with the panel, and not with the other texts, because few players show it. */
export const en = {
  title: 'Content Credentials',
  check: 'Check now',
  unchecked: 'Not checked yet. A check fetches the whole video once more.',
  checking: 'Checking…',
  trusted: 'Signed by a trusted signer and unchanged since.',
  untrusted: 'Unchanged since it was signed, but the signer is not on the list of trusted signers.',
  altered: 'The video or its credentials were changed after signing.',
  invalid: 'The credentials are not valid.',
  missing: 'The video has no Content Credentials.',
  stream: 'Content Credentials of streams are not checked.',
  unread: 'The credentials could not be read.',
  tooLarge: 'The video is too large to check.',
  remote: 'The credentials are on another server, which the player does not contact.',
  signedBy: 'Signed by',
  signedAt: 'Signed at',
  done: 'What was done',
  created: 'Created',
  opened: 'Opened',
  placed: 'Other media added',
  edited: 'Edited',
  converted: 'Converted',
  published: 'Published',
  otherAction: 'Other change',
  ingredients: 'Other media used'
};

/** The texts of Content Credentials in one language. */
export type CredentialsTexts = Readonly<Record<keyof typeof en, string>>;
