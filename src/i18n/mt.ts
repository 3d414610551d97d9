import type { Messages } from './en.js';
import { plural } from './plural.js';

/** Malti. */
export const mt: Messages = {
  lang: 'mt',

  player: 'Plejer tal-vidjo',
  playerOf: (title) => `Plejer tal-vidjo: ${title}`,
  audioPlayer: 'Plejer tal-awdjo',
  audioPlayerOf: (title) => `Plejer tal-awdjo: ${title}`,
  controls: 'Kontrolli tal-plejer',

  play: 'Ibda',
  pause: 'Waqqaf',
  replay: 'Erġa’ ibda',
  mute: 'Itfi l-ħoss',
  unmute: 'Ixgħel il-ħoss',
  volume: 'Volum',
  volumeNow: (percent) => `Volum ${percent}`,
  muted: 'Ħoss mitfi',
  tapToUnmute: 'Mess għall-ħoss',
  tapToPlay: 'Mess biex tibda',
  loading: 'Qed jitgħabba',
  reconnecting: 'Intilfet il-konnessjoni. Qed nerġgħu nippruvaw…',
  waitingForStream: 'Qed nistennew li x-xandira tibda',
  nextTry: (time) => `It-tentattiv li jmiss fi: ${time}`,

  seek: 'Pożizzjoni tad-daqq',
  position: (current, duration) => `${current} minn ${duration}`,
  behindLive: (time) => `${time} wara x-xandira diretta`,
  forward: (time) => `${time} ’il quddiem`,
  back: (time) => `${time} lura`,
  live: 'Dirett',
  atLiveEdge: 'Dirett, mingħajr dewmien',
  goLive: 'Mur għad-dirett',
  chapters: 'Kapitoli',
  chapterNumber: (number) => `Kapitolu ${number}`,

  captions: 'Sottotitoli',
  captionsOff: 'Mitfija',
  captionTrack: (number) => `Sottotitoli ${number}`,
  forTheDeaf: (name) => `${name} (CC)`,
  settings: 'Settings',
  menuBack: 'Lura',
  quality: 'Kwalità',
  auto: 'Awtomatika',
  autoNow: (quality) => `Awtomatika (${quality})`,
  audio: 'Awdjo',
  audioTrack: (number) => `Traċċa ${number}`,
  described: (name) => `${name} (deskrizzjoni bl-awdjo)`,
  speed: 'Veloċità',
  normalSpeed: 'Normali',
  enterPip: 'Stampa fi stampa',
  leavePip: 'Oħroġ minn stampa fi stampa',
  enterFullscreen: 'Skrin sħiħ',
  leaveFullscreen: 'Oħroġ mill-iskrin sħiħ',
  download: 'Niżżel',

  close: 'Agħlaq',
  retry: 'Erġa’ pprova',
  details: 'Dettalji',
  errorCode: (code) => `Kodiċi: ${code}`,
  errors: {
    'source/empty': 'Għadu ma ntgħażel l-ebda vidjo.',
    'source/invalid-url': 'L-indirizz ta’ dan il-vidjo mhux validu.',
    'source/unsupported': 'Dan il-browser ma jistax idoqq dan it-tip ta’ vidjo.',
    'source/wrong-type': 'Dan il-vidjo mhuwiex tat-tip li tgħid il-paġna.',
    'source/not-found': 'Dan il-vidjo ma jeżistix, jew m’għadux jeżisti.',
    'source/not-authorised': 'M’għandekx aċċess għal dan il-vidjo.',
    'manifest/not-a-manifest': 'Is-server bagħat xi ħaġa li mhix vidjo.',
    'manifest/malformed': 'Id-deskrizzjoni ta’ dan il-vidjo hija bil-ħsara.',
    'manifest/empty': 'Is-server bagħat tweġiba vojta.',
    'manifest/too-large': 'Id-deskrizzjoni ta’ dan il-vidjo hija kbira wisq.',
    'network/offline': 'M’intix onlajn. Iċċekkja l-konnessjoni tiegħek u erġa’ pprova.',
    'network/unreachable': 'Is-server ta’ dan il-vidjo ma jistax jintlaħaq.',
    'network/timeout': 'Is-server ta’ dan il-vidjo dam wisq biex iwieġeb.',
    'network/http': 'Is-server ta’ dan il-vidjo għandu problema.',
    'policy/blocked': 'Imblukkat biex tiġi protetta l-privatezza tiegħek: dan il-vidjo ġej minn post li l-paġna ma ppermettietx.',
    'media/unsupported-codec': 'Dan il-browser ma jistax jiddekowdja dan il-vidjo.',
    'media/decode': 'Dan il-vidjo huwa bil-ħsara.',
    'media/not-media': 'Is-server bagħat xi ħaġa li la hi stampa u lanqas ħoss.',
    'engine/load-failed': 'Parti mill-plejer ma setgħetx titgħabba.',
    'engine/failed': 'Xi ħaġa marret ħażin waqt id-daqq ta’ dan il-vidjo.',
    'playback/refused': 'Il-browser tiegħek ma ħalliex il-vidjo jibda.'
  },

  privacy: 'Privatezza',
  privacyBlocked: (count) =>
    count === 1
      ? 'Privatezza: host wieħed imblukkat'
      : plural('mt', count, {
          two: `Privatezza: ${count} hosts imblukkati`,
          few: `Privatezza: ${count} hosts imblukkati`,
          many: `Privatezza: ${count}-il host imblukkat`,
          other: `Privatezza: ${count} host imblukkat`
        }),
  contacted: 'Ikkuntattjati',
  contactedNobody: 'Għad m’hemm ħadd.',
  requests: (count) =>
    count === 1
      ? 'talba waħda'
      : plural('mt', count, { two: 'żewġ talbiet', few: `${count} talbiet`, many: `${count}-il talba`, other: `${count} talba` }),
  unmeasured: 'daqs mhux imkejjel',
  atLeast: (size) => `mill-inqas ${size}`,
  blocked: 'Imblukkati',
  blockedNothing: 'Ma ġie mblukkat xejn.',
  times: (count) =>
    count === 1
      ? 'darba'
      : plural('mt', count, { two: 'darbtejn', few: `${count} darbiet`, many: `${count}-il darba`, other: `${count} darba` }),
  stored: 'Maħżun fuq dan l-apparat',
  storedNothing: 'Xejn',
  storedFor: {
    session: 'L-għażliet tiegħek, sakemm tingħalaq din it-tab',
    local: 'L-għażliet tiegħek, sakemm tħassarhom'
  },
  erase: 'Ħassar',
  erased: 'Imħassar',
  cast: 'Trażmissjoni fuq apparat ieħor',
  castOff: 'Mitfija',
  guard: 'Protezzjoni',
  guardLevels: {
    csp: 'Il-browser jinforza l-lista ta’ hosts permessi.',
    engine: 'Kull talba tal-plejer tiġi vverifikata mal-lista ta’ hosts permessi.',
    partial: 'Parzjali: il-browser innifsu jġib dan il-vidjo, u għalhekk ma jistax jiġi vverifikat fejn imur wara.'
  },
  kinds: {
    manifest: 'playlist',
    segment: 'data tal-vidjo',
    key: 'ċavetta tad-dekriptaġġ',
    license: 'liċenzja',
    text: 'sottotitoli',
    image: 'stampa',
    steering: 'għażla tas-server minn parti terza',
    clock: 'server tal-ħin',
    beacon: 'rapport tal-wiri',
    script: 'skript',
    font: 'tipa'
  },
  rules: {
    'not-listed': 'host mhux permess',
    'unwanted-kind': 'il-plejer qatt ma jitlob dan',
    'insecure-scheme': 'il-konnessjoni mhijiex kriptata',
    'credentials-in-url': 'l-indirizz fih password'
  },
  copyReport: 'Ikkopja bħala JSON',
  copied: 'Ikkupjat',
  storedWaiting: 'Xejn, sakemm ma tippermettix',
  storedElsewhere: 'L-għażliet tiegħek, f’ħażna ta’ dan is-sit web',
  storedPosition: 'fejn waqaft',
  remember: 'Ftakar l-għażliet tiegħi',
  castStart: 'Ittrażmetti fuq apparat',
  castStop: 'Waqqaf it-trażmissjoni',
  castConnecting: 'Qed jaqbad mal-apparat…',
  castPlaying: (device) => `Qed jindaqq fuq ${device}`,
  castAllowed: 'Permess sakemm titlaq minn din il-paġna',
  castProblems: {
    unavailable: 'Ma nstab l-ebda apparat biex tittrażmetti fuqu.',
    failed: 'L-apparat ma jistax idoqq dan il-vidjo.',
    lost: 'Il-konnessjoni mal-apparat intilfet.'
  },
  anotherDevice: 'apparat ieħor',
  airplay: 'AirPlay',
  withdraw: 'Irtira',
  consentCast: 'Tittrażmetti b’Google?',
  consentRemote: 'Iddoqq fuq apparat ieħor?',
  consentRecipient: 'Ma’ min isir kuntatt',
  consentGoogle: 'Google, fuq www.gstatic.com, u l-apparat li tagħżel',
  consentDevice: 'L-apparat li tagħżel',
  consentData: 'X’jintbagħat',
  consentDataGoogle: 'L-indirizz IP tiegħek, il-browser tiegħek u l-indirizz ta’ dan il-vidjo',
  consentDataDevice: 'L-indirizz ta’ dan il-vidjo',
  consentLasts: 'Għal kemm żmien',
  consentLastsPage: 'Sakemm titlaq minn din il-paġna, jew tirtirah taħt Privatezza',
  consentNote: 'L-apparat iġib il-vidjo waħdu. Dan il-plejer la jista’ jara u lanqas jillimita ma’ min jagħmel kuntatt.',
  consentOnce:
    'Il-browser tiegħek jitlob lis-siti web biex ma jaqsmux id-data tiegħek (Global Privacy Control), u għalhekk tintalab kull darba.',
  allow: 'Ippermetti',
  refuse: 'Tippermettix',

  shortcuts: 'Shortcuts tat-tastiera',
  shortcut: {
    playPause: 'Ibda jew waqqaf',
    back5: '5 sekondi lura',
    forward5: '5 sekondi ’il quddiem',
    back10: '10 sekondi lura',
    forward10: '10 sekondi ’il quddiem',
    previousChapter: 'Il-kapitolu ta’ qabel',
    nextChapter: 'Il-kapitolu li jmiss',
    louder: 'Iktar għoli',
    quieter: 'Iktar baxx',
    mute: 'Ixgħel jew itfi l-ħoss',
    captions: 'Ixgħel jew itfi s-sottotitoli',
    fullscreen: 'Idħol jew oħroġ mill-iskrin sħiħ',
    pip: 'Idħol jew oħroġ minn stampa fi stampa',
    percent: 'Mur minn 0% sa 90%',
    start: 'Mur fil-bidu',
    end: 'Mur fl-aħħar, jew għax-xandira diretta',
    slower: 'Iktar bil-mod',
    faster: 'Iktar malajr',
    help: 'Uri dawn ix-shortcuts'
  }
};
