import type { CredentialsTexts } from './en.js';

/** Română. */
export const ro: CredentialsTexts = {
  title: 'Acreditări de conținut',
  check: 'Verifică acum',
  unchecked: 'Încă neverificat. Verificarea descarcă din nou tot videoclipul.',
  checking: 'Se verifică…',
  trusted: 'Semnat de un semnatar de încredere și nemodificat de atunci.',
  untrusted: 'Nemodificat de la semnare, dar semnatarul nu este pe lista semnatarilor de încredere.',
  altered: 'Videoclipul sau acreditările sale au fost modificate după semnare.',
  invalid: 'Acreditările nu sunt valide.',
  missing: 'Videoclipul nu are acreditări de conținut.',
  stream: 'Acreditările de conținut ale fluxurilor nu se verifică.',
  unread: 'Acreditările nu au putut fi citite.',
  tooLarge: 'Videoclipul este prea mare pentru a fi verificat.',
  remote: 'Acreditările sunt pe alt server, pe care playerul nu îl contactează.',
  signedBy: 'Semnat de',
  signedAt: 'Semnat la',
  done: 'Ce s-a făcut',
  created: 'Creat',
  opened: 'Deschis',
  placed: 'Alte materiale adăugate',
  edited: 'Editat',
  converted: 'Convertit',
  published: 'Publicat',
  otherAction: 'Altă modificare',
  ingredients: 'Alte materiale folosite'
};
