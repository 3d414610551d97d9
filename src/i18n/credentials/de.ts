import type { CredentialsTexts } from './en.js';

/** Deutsch. */
export const de: CredentialsTexts = {
  title: 'Inhaltsnachweise',
  check: 'Jetzt prüfen',
  unchecked: 'Noch nicht geprüft. Bei der Prüfung wird das ganze Video noch einmal geladen.',
  checking: 'Wird geprüft…',
  trusted: 'Von einer vertrauenswürdigen Stelle signiert und seitdem unverändert.',
  untrusted: 'Seit der Signatur unverändert, aber der Unterzeichner steht nicht auf der Liste der vertrauenswürdigen Unterzeichner.',
  altered: 'Das Video oder sein Nachweis wurde nach der Signatur verändert.',
  invalid: 'Der Nachweis ist nicht gültig.',
  missing: 'Das Video hat keinen Inhaltsnachweis.',
  stream: 'Inhaltsnachweise von Streams werden nicht geprüft.',
  unread: 'Der Nachweis konnte nicht gelesen werden.',
  tooLarge: 'Das Video ist zu groß für eine Prüfung.',
  remote: 'Der Nachweis liegt auf einem anderen Server, den der Player nicht kontaktiert.',
  signedBy: 'Signiert von',
  signedAt: 'Signiert am',
  done: 'Was gemacht wurde',
  created: 'Erstellt',
  opened: 'Geöffnet',
  placed: 'Andere Medien eingefügt',
  edited: 'Bearbeitet',
  converted: 'Umgewandelt',
  published: 'Veröffentlicht',
  otherAction: 'Andere Änderung',
  ingredients: 'Verwendete andere Medien'
};
