import { embedOrigin, mediaOrigin } from '../../../embed/site.js';
import { inherited } from '../cases/prototypes.js';
import { Random, seed } from './random.js';
import { draw } from './values.js';

/** One address of the embed page. */
export interface ParameterCase {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Every parameter of the embed, those that only its publisher may set, and names that every object inherits. */
const names = [
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
  ...['download', ...inherited]
];

/** Each parameter loads a frame with a player: with one value by default, with two if `RED_TEAM_DRAWS=6`. */
const some = process.env['RED_TEAM_DRAWS'] ? 2 : 1;

/** Values of the list for every parameter, half of them in the query and half in the fragment, beside a source that plays. */
export function generateParameters(): ParameterCase[] {
  const random = new Random(seed + 4);
  const cases: ParameterCase[] = [];
  for (const [place, name] of names.entries()) {
    for (const attack of draw(random, place, some)) {
      const id = `p${cases.length + 1}`;
      const text = attack
        .text(id)
        .replace(/[\ud800-\udfff]/g, '?')
        // The encoded value has up to nine times as many bytes, and a server reads only 16 KB of request headers.
        .slice(0, 1300);
      const value = name === 'track' ? `en ${text}` : text;
      const base = { src: `${mediaOrigin}/media/cmaf/video-240.m3u8`, muted: '', autoplay: '' };
      const given = new URLSearchParams(Object.entries(base).filter(([known]) => known !== name));
      const attacked = new URLSearchParams([[name, value]]);
      const address = random.below(2) === 0 ? `?${given}&${attacked}` : `?${given}#${attacked}`;
      cases.push({ id, name: `the parameter ${name} is ${attack.name}`, address: `${embedOrigin}/embed/${address}` });
    }
  }
  return cases;
}
