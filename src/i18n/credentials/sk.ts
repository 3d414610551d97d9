import type { CredentialsTexts } from './en.js';

/** Slovenčina. */
export const sk: CredentialsTexts = {
  title: 'Údaje o pôvode obsahu',
  check: 'Skontrolovať',
  unchecked: 'Zatiaľ neskontrolované. Pri kontrole sa znova stiahne celé video.',
  checking: 'Prebieha kontrola…',
  trusted: 'Podpísané dôveryhodným podpisovateľom a odvtedy nezmenené.',
  untrusted: 'Od podpisu nezmenené, ale podpisovateľ nie je na zozname dôveryhodných podpisovateľov.',
  altered: 'Video alebo údaje o jeho pôvode boli po podpise zmenené.',
  invalid: 'Údaje o pôvode nie sú platné.',
  missing: 'Video nemá údaje o pôvode obsahu.',
  stream: 'Údaje o pôvode sa pri streamoch nekontrolujú.',
  unread: 'Údaje o pôvode sa nepodarilo prečítať.',
  tooLarge: 'Video je na kontrolu príliš veľké.',
  remote: 'Údaje o pôvode sú na inom serveri, s ktorým sa prehrávač nespája.',
  signedBy: 'Podpísal',
  signedAt: 'Podpísané',
  done: 'Čo sa urobilo',
  created: 'Vytvorené',
  opened: 'Otvorené',
  placed: 'Pridané iné médiá',
  edited: 'Upravené',
  converted: 'Prevedené',
  published: 'Zverejnené',
  otherAction: 'Iná zmena',
  ingredients: 'Iné použité médiá'
};
