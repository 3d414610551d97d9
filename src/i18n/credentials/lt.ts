import type { CredentialsTexts } from './en.js';

/** Lietuvių. */
export const lt: CredentialsTexts = {
  title: 'Turinio kilmės duomenys',
  check: 'Tikrinti dabar',
  unchecked: 'Dar nepatikrinta. Tikrinant visas vaizdo įrašas atsiunčiamas dar kartą.',
  checking: 'Tikrinama…',
  trusted: 'Pasirašė patikimas pasirašantysis ir nuo tada nepakeista.',
  untrusted: 'Nuo pasirašymo nepakeista, bet pasirašančiojo nėra patikimų pasirašančiųjų sąraše.',
  altered: 'Vaizdo įrašas arba jo kilmės duomenys po pasirašymo buvo pakeisti.',
  invalid: 'Kilmės duomenys negalioja.',
  missing: 'Vaizdo įrašas neturi kilmės duomenų.',
  stream: 'Srautų kilmės duomenys netikrinami.',
  unread: 'Kilmės duomenų nepavyko perskaityti.',
  tooLarge: 'Vaizdo įrašas per didelis patikrinti.',
  remote: 'Kilmės duomenys yra kitame serveryje, su kuriuo leistuvė nesusisiekia.',
  signedBy: 'Pasirašė',
  signedAt: 'Pasirašyta',
  done: 'Kas padaryta',
  created: 'Sukurta',
  opened: 'Atverta',
  placed: 'Pridėta kitos medžiagos',
  edited: 'Redaguota',
  converted: 'Konvertuota',
  published: 'Paskelbta',
  otherAction: 'Kitas pakeitimas',
  ingredients: 'Kita panaudota medžiaga'
};
