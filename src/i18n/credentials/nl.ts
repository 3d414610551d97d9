import type { CredentialsTexts } from './en.js';

/** Nederlands. */
export const nl: CredentialsTexts = {
  title: 'Herkomstgegevens',
  check: 'Nu controleren',
  unchecked: 'Nog niet gecontroleerd. Bij een controle wordt de hele video nog een keer geladen.',
  checking: 'Bezig met controleren…',
  trusted: 'Ondertekend door een vertrouwde ondertekenaar en sindsdien ongewijzigd.',
  untrusted: 'Ongewijzigd sinds de ondertekening, maar de ondertekenaar staat niet op de lijst van vertrouwde ondertekenaars.',
  altered: 'De video of de herkomstgegevens zijn na de ondertekening gewijzigd.',
  invalid: 'De herkomstgegevens zijn niet geldig.',
  missing: 'De video heeft geen herkomstgegevens.',
  stream: 'Herkomstgegevens van streams worden niet gecontroleerd.',
  unread: 'De herkomstgegevens konden niet worden gelezen.',
  tooLarge: 'De video is te groot om te controleren.',
  remote: 'De herkomstgegevens staan op een andere server, waarmee de speler geen contact maakt.',
  signedBy: 'Ondertekend door',
  signedAt: 'Ondertekend op',
  done: 'Wat er is gedaan',
  created: 'Gemaakt',
  opened: 'Geopend',
  placed: 'Andere media toegevoegd',
  edited: 'Bewerkt',
  converted: 'Omgezet',
  published: 'Gepubliceerd',
  otherAction: 'Andere wijziging',
  ingredients: 'Andere gebruikte media'
};
