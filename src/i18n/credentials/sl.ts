import type { CredentialsTexts } from './en.js';

/** Slovenščina. */
export const sl: CredentialsTexts = {
  title: 'Podatki o izvoru vsebine',
  check: 'Preveri zdaj',
  unchecked: 'Še ni preverjeno. Preverjanje znova prenese celoten videoposnetek.',
  checking: 'Preverjanje…',
  trusted: 'Podpisal je zaupanja vreden podpisnik, od takrat nespremenjeno.',
  untrusted: 'Od podpisa nespremenjeno, vendar podpisnika ni na seznamu zaupanja vrednih podpisnikov.',
  altered: 'Videoposnetek ali podatki o izvoru so bili po podpisu spremenjeni.',
  invalid: 'Podatki o izvoru niso veljavni.',
  missing: 'Videoposnetek nima podatkov o izvoru vsebine.',
  stream: 'Podatki o izvoru pretočnih vsebin se ne preverjajo.',
  unread: 'Podatkov o izvoru ni bilo mogoče prebrati.',
  tooLarge: 'Videoposnetek je prevelik za preverjanje.',
  remote: 'Podatki o izvoru so na drugem strežniku, s katerim se predvajalnik ne poveže.',
  signedBy: 'Podpisal',
  signedAt: 'Podpisano',
  done: 'Kaj je bilo storjeno',
  created: 'Ustvarjeno',
  opened: 'Odprto',
  placed: 'Dodana druga gradiva',
  edited: 'Urejeno',
  converted: 'Pretvorjeno',
  published: 'Objavljeno',
  otherAction: 'Druga sprememba',
  ingredients: 'Druga uporabljena gradiva'
};
