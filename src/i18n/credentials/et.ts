import type { CredentialsTexts } from './en.js';

/** Eesti. */
export const et: CredentialsTexts = {
  title: 'Sisu päritoluandmed',
  check: 'Kontrolli kohe',
  unchecked: 'Veel kontrollimata. Kontrollimisel laaditakse kogu video uuesti.',
  checking: 'Kontrollimine…',
  trusted: 'Allkirjastanud usaldusväärne allkirjastaja ja sellest ajast muutmata.',
  untrusted: 'Allkirjastamisest alates muutmata, kuid allkirjastaja ei ole usaldusväärsete allkirjastajate loendis.',
  altered: 'Videot või selle päritoluandmeid on pärast allkirjastamist muudetud.',
  invalid: 'Päritoluandmed ei kehti.',
  missing: 'Videol ei ole päritoluandmeid.',
  stream: 'Voogude päritoluandmeid ei kontrollita.',
  unread: 'Päritoluandmeid ei saanud lugeda.',
  tooLarge: 'Video on kontrollimiseks liiga suur.',
  remote: 'Päritoluandmed on teises serveris, millega pleier ühendust ei võta.',
  signedBy: 'Allkirjastanud',
  signedAt: 'Allkirjastatud',
  done: 'Mida tehti',
  created: 'Loodud',
  opened: 'Avatud',
  placed: 'Lisatud muud materjali',
  edited: 'Muudetud',
  converted: 'Teisendatud',
  published: 'Avaldatud',
  otherAction: 'Muu muudatus',
  ingredients: 'Muu kasutatud materjal'
};
