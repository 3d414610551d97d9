import { address, colour, flag, language, mimeType, number, off, oneOf, rates, seconds, text, unflag, type Reader } from './values.js';

/** A parameter that was not taken, and why. The value is not repeated: it may be a secret, or made to be read by somebody. */
export interface Problem {
  readonly name: string;
  readonly reason: string;
}

/** What a visitor's address asks of the player, once it is known to be harmless. */
export interface Parameters {
  /** Everything that was written as `src`, unread: it is judged by `allowedSource`. */
  readonly sources: readonly string[];
  /** Attributes of `<jet-player>`; null takes one away. */
  readonly attributes: ReadonlyMap<string, string | null>;
  /** Addresses that still have to be admitted: `poster`, `thumbnails`, `chapters`. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Caption files as `LANGUAGE ADDRESS`. */
  readonly tracks: readonly Track[];
  /** The language of the captions to show, the height of the rendition to play, the accent colour. */
  readonly wishes: ReadonlyMap<Wish, string>;
  readonly problems: readonly Problem[];
}
export type Wish = 'captions' | 'quality' | 'accent';

/** One caption file. */
export interface Track {
  readonly srclang: string;
  readonly src: string;
}

/** Where a parameter goes, under which name, and how it is read. */
interface Entry {
  readonly into: 'attributes' | 'addresses' | 'wishes';
  readonly name: string;
  readonly read: Reader;
}

const entries = (into: Entry['into'], readers: Readonly<Record<string, Reader>>): [string, Entry][] =>
  Object.entries(readers).map(([name, read]) => [name, { into, name, read }]);

/** Every parameter but `src` and `track`, which are looked at apart. */
const schema: ReadonlyMap<string, Entry> = new Map([
  ...entries('attributes', {
    type: mimeType,
    'title-text': text(200),
    lang: language,
    autoplay: flag,
    muted: flag,
    loop: flag,
    playsinline: flag,
    nocontrols: flag,
    disablepictureinpicture: flag,
    'autoplay-fallback': oneOf('none', 'muted'),
    'start-time': seconds,
    'end-time': seconds,
    'playback-rates': rates,
    'max-height': number(1, 10_000),
    'stream-type': oneOf('on-demand', 'live'),
    'target-live-window': number(0, 1_000_000),
    hotkeys: oneOf('player', 'none'),
    // Anything earlier would contact a media host before the viewer wants it.
    load: oneOf('play'),
    preload: oneOf('none'),
    // An address can take away what the publisher offers, and give nothing.
    chromecast: off,
    airplay: off,
    resume: off,
    storage: oneOf('none')
  }),
  ['controls', { into: 'attributes', name: 'nocontrols', read: unflag }],
  ['start', { into: 'attributes', name: 'start-time', read: seconds }],
  ['end', { into: 'attributes', name: 'end-time', read: seconds }],
  ...entries('addresses', { poster: address, thumbnails: address, chapters: address }),
  ...entries('wishes', { captions: language, quality: number(1, 10_000), accent: colour } satisfies Record<Wish, Reader>)
]);

/** The publisher alone grants these, in the page; an address cannot. */
const fixed = [
  'allow-origins',
  'storage',
  'chromecast',
  'cast-receiver',
  'airplay',
  'resume',
  'native-hls',
  'redirects',
  'interstitials',
  'crossorigin',
  'credential-origins',
  'download'
];

/** Caption files that one address may name. */
const mostTracks = 50;

function readTrack(value: string): Track | undefined {
  const [, srclang = '', src = ''] = /^(\S+) (.+)$/.exec(value) ?? [];
  return language(srclang) && address(src) ? { srclang, src } : undefined;
}

/** All values by name, from query and fragment together. */
function collect(...parts: readonly string[]): Map<string, string[]> {
  const given = new Map<string, string[]>();
  for (const [name, value] of parts.flatMap((part) => [...new URLSearchParams(part)])) given.set(name, [...(given.get(name) ?? []), value]);
  return given;
}

/**
 * Reads query and fragment by one schema; what does not fit is listed once and otherwise ignored. Secrets belong into the
 * fragment, which no server sees. Pure: touches neither page nor console.
 */
export function readParameters(search: string, fragment = ''): Parameters {
  const given = collect(search.replace(/^\?/, ''), fragment.replace(/^#/, ''));
  const found = { attributes: new Map<string, string | null>(), addresses: new Map<string, string>(), wishes: new Map<string, string>() };
  const sources = given.get('src') ?? [];
  const written = given.get('track') ?? [];
  const tracks = written
    .slice(0, mostTracks)
    .map(readTrack)
    .filter((track) => track !== undefined);
  const problems: Problem[] = tracks.length < written.length ? [{ name: 'track', reason: 'it wants a language and an address' }] : [];
  given.delete('src');
  given.delete('track');
  for (const [name, values] of given) {
    const reason = take(name, values, found);
    // A name is shown in the console; one that was made long is cut.
    if (reason) problems.push({ name: name.length > 40 ? `${name.slice(0, 40)}…` : name, reason });
  }
  return { sources, tracks, problems, ...found } as Parameters;
}

/** Puts a parameter where it belongs, or says why not. */
function take(
  name: string,
  values: readonly string[],
  found: Readonly<Record<Entry['into'], Map<string, string | null>>>
): string | undefined {
  const entry = schema.get(name);
  const granting = 'only the publisher of this page can set it';
  if (!entry) return fixed.includes(name) ? granting : 'there is no such parameter';
  if (values.length > 1) return 'it was given more than once';
  const value = entry.read(values[0]!);
  if (value === undefined) return fixed.includes(name) ? granting : 'its value does not fit';
  found[entry.into].set(entry.name, value);
  return undefined;
}
