import type { CredentialsTexts } from './en.js';

/** Gaeilge. */
export const ga: CredentialsTexts = {
  title: 'Dintiúir ábhair',
  check: 'Seiceáil anois',
  unchecked: 'Níor seiceáladh fós. Íoslódálann seiceáil an físeán ar fad arís.',
  checking: 'Á sheiceáil…',
  trusted: 'Sínithe ag sínitheoir iontaofa agus gan athrú ó shin.',
  untrusted: 'Gan athrú ó síníodh é, ach níl an sínitheoir ar liosta na sínitheoirí iontaofa.',
  altered: 'Athraíodh an físeán nó a dhintiúir tar éis a shínithe.',
  invalid: 'Níl na dintiúir bailí.',
  missing: 'Níl aon dintiúir ábhair ag an bhfíseán.',
  stream: 'Ní sheiceáiltear dintiúir ábhair sruthanna.',
  unread: 'Níorbh fhéidir na dintiúir a léamh.',
  tooLarge: 'Tá an físeán rómhór le seiceáil.',
  remote: 'Tá na dintiúir ar fhreastalaí eile nach ndéanann an seinnteoir teagmháil leis.',
  signedBy: 'Sínithe ag',
  signedAt: 'Sínithe ar',
  done: 'Cad a rinneadh',
  created: 'Cruthaithe',
  opened: 'Oscailte',
  placed: 'Meáin eile curtha leis',
  edited: 'Curtha in eagar',
  converted: 'Tiontaithe',
  published: 'Foilsithe',
  otherAction: 'Athrú eile',
  ingredients: 'Meáin eile a úsáideadh'
};
