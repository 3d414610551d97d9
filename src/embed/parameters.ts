import {
  url,
  color,
  flag,
  language,
  mimeType,
  number,
  offOnly,
  oneOf,
  rates,
  seconds,
  text,
  invertedFlag,
  type ParameterReader
} from './parameter-values.js';

/** A parameter that was ignored, with the reason. The value is left out because it may be a secret or a deliberately misleading text. */
interface IgnoredParameter {
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
  /** Caption files, whose URLs the guard has not admitted yet. */
  readonly tracks: readonly CaptionFile[];
  /** The videos that follow `src`, whose URLs the guard has not admitted yet. */
  readonly playlist: readonly PlaylistItem[];
  /** The language of the captions to show, the height of the rendition to play, the accent colour, whether the next video follows. */
  readonly selections: ReadonlyMap<InitialSelection, string>;
  readonly problems: readonly IgnoredParameter[];
}
type InitialSelection = 'captions' | 'quality' | 'accent' | 'autonext';

/** One caption file. */
interface CaptionFile {
  readonly srclang: string;
  readonly src: string;
}

/** One further video of the playlist. */
export interface PlaylistItem {
  readonly src: string;
  readonly title: string;
}

/** Where a parameter is stored, its name there, and the reader that validates it. */
interface ParameterRule {
  readonly target: 'attributes' | 'urls' | 'selections';
  readonly name: string;
  readonly read: ParameterReader;
}

const rulesFor = (target: ParameterRule['target'], readers: Readonly<Record<string, ParameterReader>>): [string, ParameterRule][] =>
  Object.entries(readers).map(([name, read]) => [name, { target, name, read }]);

/** Every parameter except `src`, `track` and `playlist`, which are read separately. */
const schema: ReadonlyMap<string, ParameterRule> = new Map([
  ...rulesFor('attributes', {
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
    // In addition to those of the publisher. A list that cannot be read is passed on, because it must stop playback.
    withdrawn: (value) => value,
    'transcript-export': oneOf('never'),
    // The label of one video. One that the publisher set on the page stays as it is.
    'ai-label': oneOf('generated', 'modified'),
    // A URL can turn off what the publisher offers, but cannot turn anything on.
    chromecast: offOnly,
    airplay: offOnly,
    resume: offOnly,
    storage: oneOf('none')
  }),
  ['controls', { target: 'attributes', name: 'nocontrols', read: invertedFlag }],
  ['start', { target: 'attributes', name: 'start-time', read: seconds }],
  ['end', { target: 'attributes', name: 'end-time', read: seconds }],
  ...rulesFor('urls', { poster: url, thumbnails: url, chapters: url }),
  ...rulesFor('selections', { captions: language, quality: number(1, 10_000), accent: color, autonext: flag } satisfies Record<
    InitialSelection,
    ParameterReader
  >)
]);

/** The names of all parameters. */
export const parameterNames: readonly string[] = ['src', 'track', 'playlist', ...schema.keys()];

/** Attributes that a URL cannot set, or can only turn off: the rest is for the publisher to set, in the page's markup. */
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
const maxPlaylistItems = 50;

/** Reads `LANGUAGE URL`, such as `en /captions.vtt`. */
function readTrack(value: string): CaptionFile | undefined {
  const [, srclang = '', src = ''] = /^(\S+) (.+)$/.exec(value) ?? [];
  return language(srclang) && url(src) ? { srclang, src } : undefined;
}

/** Reads `URL TITLE`, such as `/two.mp4 Part two`. */
function readPlaylistItem(value: string): PlaylistItem | undefined {
  const [, src = '', title = ''] = /^(\S+) (.+)$/.exec(value) ?? [];
  return url(src) && text(200)(title) ? { src, title } : undefined;
}

/** Reads the values of a parameter that may be given several times; reports invalid and surplus values as one problem. */
function readList<Item>(
  name: string,
  {
    valuesByName,
    read,
    maxCount,
    expectedForm
  }: { valuesByName: Map<string, string[]>; read(value: string): Item | undefined; maxCount: number; expectedForm: string },
  problems: IgnoredParameter[]
): readonly Item[] {
  const values = valuesByName.get(name) ?? [];
  valuesByName.delete(name);
  const items = values
    .slice(0, maxCount)
    .map(read)
    .filter((item) => item !== undefined);
  if (items.length < values.length)
    problems.push({ name, reason: `each value must be ${expectedForm}, and there may be at most ${maxCount}` });
  return items;
}

/** Collects all values by name from the query and the fragment. */
function groupByName(...parts: readonly string[]): Map<string, string[]> {
  const valuesByName = new Map<string, string[]>();
  for (const [name, value] of parts.flatMap((part) => [...new URLSearchParams(part)])) {
    const values = valuesByName.get(name);
    if (values) values.push(value);
    else valuesByName.set(name, [value]);
  }
  return valuesByName;
}

/**
 * Reads query and fragment with one schema; invalid parameters are listed once as problems and otherwise ignored. Secrets belong in
 * the fragment, because it is not sent to a server. Pure: uses neither the page nor the console.
 */
export function readParameters(search: string, fragment = ''): Parameters {
  const valuesByName = groupByName(search.replace(/^\?/, ''), fragment.replace(/^#/, ''));
  const validParameters = {
    attributes: new Map<string, string | null>(),
    urls: new Map<string, string>(),
    selections: new Map<string, string>()
  };
  const sources = valuesByName.get('src') ?? [];
  valuesByName.delete('src');
  const problems: IgnoredParameter[] = [];
  const tracks = readList('track', { valuesByName, read: readTrack, maxCount: maxTracks, expectedForm: 'a language and a URL' }, problems);
  const playlist = readList(
    'playlist',
    { valuesByName, read: readPlaylistItem, maxCount: maxPlaylistItems, expectedForm: 'a URL and a title' },
    problems
  );
  for (const [name, values] of valuesByName) {
    const reason = storeParameter(name, values, validParameters);
    // Names are shown in the console, so long ones are truncated.
    if (reason) problems.push({ name: name.length > 40 ? `${name.slice(0, 40)}…` : name, reason });
  }
  return { sources, tracks, playlist, problems, ...validParameters } as Parameters;
}

/** Stores a valid parameter in `validParameters`, or returns the reason why it is invalid. */
function storeParameter(
  name: string,
  values: readonly string[],
  validParameters: Readonly<Record<ParameterRule['target'], Map<string, string | null>>>
): string | undefined {
  const rule = schema.get(name);
  const publisherOnly = 'only the publisher of this page can set it';
  if (!rule) return publisherOnlyAttributes.includes(name) ? publisherOnly : 'there is no such parameter';
  if (values.length > 1) return 'it was given more than once';
  const value = rule.read(values[0]!);
  if (value === undefined) return publisherOnlyAttributes.includes(name) ? publisherOnly : 'its value is not valid';
  validParameters[rule.target].set(rule.name, value);
  return undefined;
}
