import type { CredentialsTexts } from './en.js';

/** Suomi. */
export const fi: CredentialsTexts = {
  title: 'Sisällön alkuperätiedot',
  check: 'Tarkista nyt',
  unchecked: 'Ei vielä tarkistettu. Tarkistus lataa koko videon uudelleen.',
  checking: 'Tarkistetaan…',
  trusted: 'Luotetun allekirjoittajan allekirjoittama ja sen jälkeen muuttumaton.',
  untrusted: 'Muuttumaton allekirjoituksen jälkeen, mutta allekirjoittaja ei ole luotettujen allekirjoittajien luettelossa.',
  altered: 'Videota tai sen alkuperätietoja on muutettu allekirjoituksen jälkeen.',
  invalid: 'Alkuperätiedot eivät kelpaa.',
  missing: 'Videossa ei ole alkuperätietoja.',
  stream: 'Suoratoistojen alkuperätietoja ei tarkisteta.',
  unread: 'Alkuperätietoja ei voitu lukea.',
  tooLarge: 'Video on liian suuri tarkistettavaksi.',
  remote: 'Alkuperätiedot ovat toisella palvelimella, johon soitin ei ota yhteyttä.',
  signedBy: 'Allekirjoittaja',
  signedAt: 'Allekirjoitettu',
  done: 'Mitä on tehty',
  created: 'Luotu',
  opened: 'Avattu',
  placed: 'Lisätty muuta aineistoa',
  edited: 'Muokattu',
  converted: 'Muunnettu',
  published: 'Julkaistu',
  otherAction: 'Muu muutos',
  ingredients: 'Muu käytetty aineisto'
};
