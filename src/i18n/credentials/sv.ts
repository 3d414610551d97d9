import type { CredentialsTexts } from './en.js';

/** Svenska. */
export const sv: CredentialsTexts = {
  title: 'Innehållsuppgifter',
  check: 'Kontrollera nu',
  unchecked: 'Inte kontrollerat än. En kontroll hämtar hela videon igen.',
  checking: 'Kontrollerar…',
  trusted: 'Signerad av en betrodd undertecknare och oförändrad sedan dess.',
  untrusted: 'Oförändrad sedan signeringen, men undertecknaren finns inte på listan över betrodda undertecknare.',
  altered: 'Videon eller dess uppgifter ändrades efter signeringen.',
  invalid: 'Uppgifterna är inte giltiga.',
  missing: 'Videon har inga innehållsuppgifter.',
  stream: 'Innehållsuppgifter för strömmar kontrolleras inte.',
  unread: 'Uppgifterna kunde inte läsas.',
  tooLarge: 'Videon är för stor för att kontrolleras.',
  remote: 'Uppgifterna finns på en annan server, som spelaren inte kontaktar.',
  signedBy: 'Signerad av',
  signedAt: 'Signerad',
  done: 'Vad som gjordes',
  created: 'Skapad',
  opened: 'Öppnad',
  placed: 'Andra medier tillagda',
  edited: 'Redigerad',
  converted: 'Konverterad',
  published: 'Publicerad',
  otherAction: 'Annan ändring',
  ingredients: 'Andra använda medier'
};
