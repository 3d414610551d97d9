import type { CredentialsTexts } from './en.js';

/** Italiano. */
export const it: CredentialsTexts = {
  title: 'Credenziali dei contenuti',
  check: 'Verifica ora',
  unchecked: 'Non ancora verificato. La verifica scarica di nuovo tutto il video.',
  checking: 'Verifica in corso…',
  trusted: 'Firmato da un firmatario attendibile e da allora invariato.',
  untrusted: 'Invariato dalla firma, ma il firmatario non è nell’elenco dei firmatari attendibili.',
  altered: 'Il video o le sue credenziali sono stati modificati dopo la firma.',
  invalid: 'Le credenziali non sono valide.',
  missing: 'Il video non ha credenziali dei contenuti.',
  stream: 'Le credenziali dei contenuti degli streaming non vengono verificate.',
  unread: 'Impossibile leggere le credenziali.',
  tooLarge: 'Il video è troppo grande per essere verificato.',
  remote: 'Le credenziali sono su un altro server, che il lettore non contatta.',
  signedBy: 'Firmato da',
  signedAt: 'Firmato il',
  done: 'Che cosa è stato fatto',
  created: 'Creato',
  opened: 'Aperto',
  placed: 'Altri contenuti aggiunti',
  edited: 'Modificato',
  converted: 'Convertito',
  published: 'Pubblicato',
  otherAction: 'Altra modifica',
  ingredients: 'Altri contenuti usati'
};
