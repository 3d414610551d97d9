import { embedOrigin, mediaOrigin } from '../../../embed/site.js';
import { inheritedNames } from '../cases/prototypes.js';
import { Random, seed } from './random.js';
import { drawAttacks } from './values.js';

/** One URL of the embed page. */
export interface ParameterCase {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** Every parameter of the embed, the attributes that only its publisher may set, and names that every object inherits. */
const parameterNames = [
  ...['src', 'type', 'title-text', 'lang', 'autoplay', 'muted', 'loop', 'playsinline', 'nocontrols', 'disablepictureinpicture'],
  ...['autoplay-fallback', 'start-time', 'end-time', 'start', 'end', 'playback-rates', 'max-height', 'stream-type', 'target-live-window'],
  ...[
    'hotkeys',
    'load',
    'preload',
    'chromecast',
    'airplay',
    'resume',
    'storage',
    'controls',
    'poster',
    'thumbnails',
    'chapters',
    'captions'
  ],
  ...[
    'quality',
    'accent',
    'track',
    'playlist',
    'autonext',
    'allow-origins',
    'cast-receiver',
    'native-hls',
    'redirects',
    'crossorigin',
    'credential-origins'
  ],
  ...['download', ...inheritedNames]
];

/** The number of values for each parameter: one by default, two with `RED_TEAM_DRAWS`. Each value needs a frame with a player. */
const attacksPerParameter = process.env['RED_TEAM_DRAWS'] ? 2 : 1;

/** Returns cases with attack values for every parameter, half in the query and half in the fragment, together with a source that plays. */
export function generateParameters(): ParameterCase[] {
  const random = new Random(seed + 4);
  const cases: ParameterCase[] = [];
  for (const [parameterIndex, name] of parameterNames.entries()) {
    for (const attack of drawAttacks(random, parameterIndex, attacksPerParameter)) {
      const id = `p${cases.length + 1}`;
      const text = attack
        .text(id)
        .replace(/[\ud800-\udfff]/g, '?')
        // The encoded value has up to nine times as many bytes, and a server reads only 16 KB of request headers.
        .slice(0, 1300);
      const value = name === 'track' ? `en ${text}` : text;
      const base = { src: `${mediaOrigin}/media/cmaf/video-240.m3u8`, muted: '', autoplay: '' };
      const otherParameters = new URLSearchParams(Object.entries(base).filter(([parameter]) => parameter !== name));
      const attackedParameter = new URLSearchParams([[name, value]]);
      const search = random.below(2) === 0 ? `?${otherParameters}&${attackedParameter}` : `?${otherParameters}#${attackedParameter}`;
      cases.push({ id, name: `the parameter ${name} is ${attack.name}`, url: `${embedOrigin}/embed/${search}` });
    }
  }
  return cases;
}
