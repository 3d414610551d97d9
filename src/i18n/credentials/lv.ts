import type { CredentialsTexts } from './en.js';

/** Latviešu. */
export const lv: CredentialsTexts = {
  title: 'Satura izcelsmes dati',
  check: 'Pārbaudīt tagad',
  unchecked: 'Vēl nav pārbaudīts. Pārbaudē viss video tiek lejupielādēts vēlreiz.',
  checking: 'Pārbauda…',
  trusted: 'Parakstījis uzticams parakstītājs, un kopš tā laika nav mainīts.',
  untrusted: 'Kopš parakstīšanas nav mainīts, bet parakstītājs nav uzticamo parakstītāju sarakstā.',
  altered: 'Video vai tā izcelsmes dati pēc parakstīšanas ir mainīti.',
  invalid: 'Izcelsmes dati nav derīgi.',
  missing: 'Video nav izcelsmes datu.',
  stream: 'Straumju izcelsmes dati netiek pārbaudīti.',
  unread: 'Izcelsmes datus nevarēja nolasīt.',
  tooLarge: 'Video ir pārāk liels, lai to pārbaudītu.',
  remote: 'Izcelsmes dati ir citā serverī, ar kuru atskaņotājs nesazinās.',
  signedBy: 'Parakstījis',
  signedAt: 'Parakstīts',
  done: 'Kas ir darīts',
  created: 'Izveidots',
  opened: 'Atvērts',
  placed: 'Pievienoti citi materiāli',
  edited: 'Rediģēts',
  converted: 'Pārveidots',
  published: 'Publicēts',
  otherAction: 'Citas izmaiņas',
  ingredients: 'Citi izmantotie materiāli'
};
