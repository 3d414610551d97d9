import type { CredentialsTexts } from './en.js';

/** Čeština. */
export const cs: CredentialsTexts = {
  title: 'Údaje o původu obsahu',
  check: 'Zkontrolovat',
  unchecked: 'Zatím nezkontrolováno. Při kontrole se znovu stáhne celé video.',
  checking: 'Probíhá kontrola…',
  trusted: 'Podepsáno důvěryhodným podepisujícím a od té doby nezměněno.',
  untrusted: 'Od podpisu nezměněno, ale podepisující není na seznamu důvěryhodných podepisujících.',
  altered: 'Video nebo údaje o jeho původu byly po podpisu změněny.',
  invalid: 'Údaje o původu nejsou platné.',
  missing: 'Video nemá údaje o původu obsahu.',
  stream: 'Údaje o původu se u streamů nekontrolují.',
  unread: 'Údaje o původu se nepodařilo přečíst.',
  tooLarge: 'Video je na kontrolu příliš velké.',
  remote: 'Údaje o původu jsou na jiném serveru, se kterým se přehrávač nespojuje.',
  signedBy: 'Podepsal',
  signedAt: 'Podepsáno',
  done: 'Co bylo provedeno',
  created: 'Vytvořeno',
  opened: 'Otevřeno',
  placed: 'Přidána jiná média',
  edited: 'Upraveno',
  converted: 'Převedeno',
  published: 'Zveřejněno',
  otherAction: 'Jiná změna',
  ingredients: 'Jiná použitá média'
};
