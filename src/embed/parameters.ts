import {
  url,
  colour,
  flag,
  language,
  mimeType,
  number,
  off,
  oneOf,
  rates,
  seconds,
  text,
  invertedFlag,
  type Reader
} from './parameter-values.js';

/** A parameter that was ignored, with the reason. The value is left out because it may be a secret or a deliberately misleading text. */
interface Problem {
  readonly name: string;
  readonly reason: string;
}

/** The validated parameters of the frame's URL. */
export interface Parameters {
  /** All `src` values, not yet validated: `allowedSource` checks them. */
  readonly sources: readonly string[];
  /** Attributes of `<jet-player>`; null removes one. */
  readonly attributes: ReadonlyMap<string, string | null>;
  /** URLs that the guard has not admitted yet: `poster`, `thumbnails`, `chapters`. */
  readonly urls: ReadonlyMap<string, string>;
  /** Caption files as `LANGUAGE URL`. */
  readonly tracks: readonly Track[];
  /** What follows `src`, as `URL TITLE`: URLs that the guard has not admitted yet. */
  readonly playlist: readonly PlaylistItem[];
  /** The language of the captions to show, the height of the rendition to play, the accent colour, whether the next video follows. */
  readonly selections: ReadonlyMap<InitialSelection, string>;
  readonly problems: readonly Problem[];
}
type InitialSelection = 'captions' | 'quality' | 'accent' | 'autonext';

/** One caption file. */
interface Track {
  readonly srclang: string;
  readonly src: string;
}

/** One further video of the playlist. */
export interface PlaylistItem {
  readonly src: string;
  readonly title: string;
}

/** The map a parameter is stored in, its name there, and the reader that validates it. */
interface Entry {
  readonly into: 'attributes' | 'urls' | 'selections';
  readonly name: string;
  readonly read: Reader;
}

const entries = (into: Entry['into'], readers: Readonly<Record<string, Reader>>): [string, Entry][] =>
  Object.entries(readers).map(([name, read]) => [name, { into, name, read }]);

/** Every parameter except `src`, `track` and `playlist`, which are read separately. */
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
    // Other values would contact a media host before the viewer presses play.
    load: oneOf('play'),
    preload: oneOf('none'),
    // A URL can make the frame stricter, and never less strict than its publisher made it.
    privacy: oneOf('strict'),
    'transcript-export': oneOf('never'),
    // A URL can turn off what the publisher offers, but cannot turn anything on.
    chromecast: off,
    airplay: off,
    resume: off,
    storage: oneOf('none')
  }),
  ['controls', { into: 'attributes', name: 'nocontrols', read: invertedFlag }],
  ['start', { into: 'attributes', name: 'start-time', read: seconds }],
  ['end', { into: 'attributes', name: 'end-time', read: seconds }],
  ...entries('urls', { poster: url, thumbnails: url, chapters: url }),
  ...entries('selections', { captions: language, quality: number(1, 10_000), accent: colour, autonext: flag } satisfies Record<
    InitialSelection,
    Reader
  >)
]);

/** Attributes that only the publisher can set, in the page's markup. */
const publisherOnlyAttributes = [
  'allow-origins',
  'storage',
  'chromecast',
  'cast-receiver',
  'airplay',
  'resume',
  'native-files',
  'native-hls',
  'redirects',
  'crossorigin',
  'credential-origins',
  'download',
  'share-url'
];

/** Maximum number of caption files in one URL. */
const maxTracks = 50;
/** Maximum number of further videos in one URL. */
const maxItems = 50;

function readTrack(value: string): Track | undefined {
  const [, srclang = '', src = ''] = /^(\S+) (.+)$/.exec(value) ?? [];
  return language(srclang) && url(src) ? { srclang, src } : undefined;
}

function readItem(value: string): PlaylistItem | undefined {
  const [, src = '', title = ''] = /^(\S+) (.+)$/.exec(value) ?? [];
  return url(src) && text(200)(title) ? { src, title } : undefined;
}

/** Reads the values of a parameter that may be given several times; reports invalid values and too many of them once. */
function readList<Item>(
  name: string,
  { given, read, most, form }: { given: Map<string, string[]>; read(value: string): Item | undefined; most: number; form: string },
  problems: Problem[]
): readonly Item[] {
  const written = given.get(name) ?? [];
  given.delete(name);
  const items = written
    .slice(0, most)
    .map(read)
    .filter((item) => item !== undefined);
  if (items.length < written.length) problems.push({ name, reason: `each value must be ${form}, and there may be at most ${most}` });
  return items;
}

/** Collects all values by name from the query and the fragment. */
function collect(...parts: readonly string[]): Map<string, string[]> {
  const given = new Map<string, string[]>();
  for (const [name, value] of parts.flatMap((part) => [...new URLSearchParams(part)])) {
    const values = given.get(name);
    if (values) values.push(value);
    else given.set(name, [value]);
  }
  return given;
}

/**
 * Reads query and fragment with one schema; invalid parameters are listed once as problems and otherwise ignored. Secrets belong in
 * the fragment, because it is not sent to a server. Pure: uses neither the page nor the console.
 */
export function readParameters(search: string, fragment = ''): Parameters {
  const given = collect(search.replace(/^\?/, ''), fragment.replace(/^#/, ''));
  const found = {
    attributes: new Map<string, string | null>(),
    urls: new Map<string, string>(),
    selections: new Map<string, string>()
  };
  const sources = given.get('src') ?? [];
  given.delete('src');
  const problems: Problem[] = [];
  const tracks = readList('track', { given, read: readTrack, most: maxTracks, form: 'a language and a URL' }, problems);
  const playlist = readList('playlist', { given, read: readItem, most: maxItems, form: 'a URL and a title' }, problems);
  for (const [name, values] of given) {
    const reason = storeParameter(name, values, found);
    // Names are shown in the console, so long ones are truncated.
    if (reason) problems.push({ name: name.length > 40 ? `${name.slice(0, 40)}…` : name, reason });
  }
  return { sources, tracks, playlist, problems, ...found } as Parameters;
}

/** Stores a valid parameter in `found`, or returns the reason why it is invalid. */
function storeParameter(
  name: string,
  values: readonly string[],
  found: Readonly<Record<Entry['into'], Map<string, string | null>>>
): string | undefined {
  const entry = schema.get(name);
  const publisherOnly = 'only the publisher of this page can set it';
  if (!entry) return publisherOnlyAttributes.includes(name) ? publisherOnly : 'there is no such parameter';
  if (values.length > 1) return 'it was given more than once';
  const value = entry.read(values[0]!);
  if (value === undefined) return publisherOnlyAttributes.includes(name) ? publisherOnly : 'its value is not valid';
  found[entry.into].set(entry.name, value);
  return undefined;
}
