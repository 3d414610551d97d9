import type { CredentialsTexts } from './en.js';

/** Dansk. */
export const da: CredentialsTexts = {
  title: 'Indholdsoplysninger',
  check: 'Kontrollér nu',
  unchecked: 'Ikke kontrolleret endnu. En kontrol henter hele videoen igen.',
  checking: 'Kontrollerer…',
  trusted: 'Signeret af en betroet underskriver og uændret siden.',
  untrusted: 'Uændret siden signeringen, men underskriveren er ikke på listen over betroede underskrivere.',
  altered: 'Videoen eller dens oplysninger blev ændret efter signeringen.',
  invalid: 'Oplysningerne er ikke gyldige.',
  missing: 'Videoen har ingen indholdsoplysninger.',
  stream: 'Indholdsoplysninger for streams kontrolleres ikke.',
  unread: 'Oplysningerne kunne ikke læses.',
  tooLarge: 'Videoen er for stor til at blive kontrolleret.',
  remote: 'Oplysningerne ligger på en anden server, som afspilleren ikke kontakter.',
  signedBy: 'Signeret af',
  signedAt: 'Signeret',
  done: 'Hvad der er gjort',
  created: 'Oprettet',
  opened: 'Åbnet',
  placed: 'Andre medier tilføjet',
  edited: 'Redigeret',
  converted: 'Konverteret',
  published: 'Udgivet',
  otherAction: 'Anden ændring',
  ingredients: 'Andre brugte medier'
};
