import type { CredentialsTexts } from './en.js';

/** Malti. */
export const mt: CredentialsTexts = {
  title: 'Kredenzjali tal-kontenut',
  check: 'Iċċekkja issa',
  unchecked: 'Għadu ma ġiex iċċekkjat. Il-kontroll jerġa’ jniżżel il-vidjow kollu.',
  checking: 'Qed jiġi ċċekkjat…',
  trusted: 'Iffirmat minn firmatarju fdat u ma nbidilx minn dakinhar.',
  untrusted: 'Ma nbidilx minn meta ġie ffirmat, iżda l-firmatarju mhuwiex fil-lista ta’ firmatarji fdati.',
  altered: 'Il-vidjow jew il-kredenzjali tiegħu nbidlu wara l-iffirmar.',
  invalid: 'Il-kredenzjali mhumiex validi.',
  missing: 'Il-vidjow m’għandux kredenzjali tal-kontenut.',
  stream: 'Il-kredenzjali tal-kontenut ta’ streams ma jiġux iċċekkjati.',
  unread: 'Il-kredenzjali ma setgħux jinqraw.',
  tooLarge: 'Il-vidjow huwa kbir wisq biex jiġi ċċekkjat.',
  remote: 'Il-kredenzjali jinsabu fuq server ieħor, li l-plejer ma jikkuntattjahx.',
  signedBy: 'Iffirmat minn',
  signedAt: 'Iffirmat fi',
  done: 'X’sar',
  created: 'Maħluq',
  opened: 'Miftuħ',
  placed: 'Midja oħra miżjuda',
  edited: 'Editjat',
  converted: 'Ikkonvertit',
  published: 'Ippubblikat',
  otherAction: 'Bidla oħra',
  ingredients: 'Midja oħra użata'
};
