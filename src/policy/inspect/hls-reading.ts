import { readAttributes } from '../attribute-list.js';
import type { HlsItem } from './hls-item.js';
import { define, withVariables, type Variables } from './hls-variables.js';

/** In a multivariant playlist, hls.js ends a line at these two characters, and finds a tag anywhere in a line. */
const multivariantLine = /[^\r\n]+/g;
const multivariantTag =
  /#(EXT-X-(?:DEFINE|STREAM-INF|I-FRAME-STREAM-INF|IMAGE-STREAM-INF|SESSION-DATA|SESSION-KEY|CONTENT-STEERING)):([^\r\n]*)/;
/** Here, as in a media playlist, `.` ends a line at U+2028 and U+2029 too. */
const renditionTag = /#(EXT-X-MEDIA):(.*)/g;

const mediaTags = new Set([
  'EXT-X-DEFINE',
  'EXT-X-MAP',
  'EXT-X-KEY',
  'EXT-X-PART',
  'EXT-X-PRELOAD-HINT',
  'EXT-X-RENDITION-REPORT',
  'EXT-X-DATERANGE'
]);
const space = /\s*/y;
const durationTag = /#EXTINF:\s*(?:\d+(?:\.\d*)?|\.\d+)?/y;
const restOfTag = /[^\r\n\u2028\u2029]*/y;
const restOfLine = /[^\r\n]*/y;

/**
 * Yields every tag and URL that hls.js could read from a text, whether it takes it for a multivariant or a media playlist. The time is
 * linear in the length of the text. `imported` has the variables of the multivariant playlist.
 *
 * There are two readings: first as a multivariant playlist, then as a media playlist, because the two end lines and find tags differently.
 * A line with a URL, and a definition, can be found in both. The first reading records their positions, and the second one marks what it
 * finds there with `alsoInFirstReading`, unless its variables give another URL. Every other tag belongs to one reading only.
 */
export function* readHls(text: string, playlistUrl: URL, imported: Variables): Generator<HlsItem> {
  const firstReadingPositions = new Set<number>();
  const unresolvedItems = [...multivariantItems(text, firstReadingPositions)];
  const variables = definitions(unresolvedItems, playlistUrl, imported);
  const resolvedItems = unresolvedItems.map((item) => withVariables(item, variables));
  yield* resolvedItems;
  const uris = new Set(resolvedItems.map(({ uri }) => uri));
  const mediaVariables = new Map<string, string>();
  for (const item of mediaItems(text, firstReadingPositions)) {
    if (item.tag === 'EXT-X-DEFINE') define(mediaVariables, item, playlistUrl, imported);
    const { alsoInFirstReading, ...resolvedItem } = withVariables(item, mediaVariables);
    // The same line can have another URL in this reading. For example, `VALUE="evil.test"` and a U+2028 after it define `evil.test` only
    // here: in a multivariant playlist, U+2028 ends no line, and is a part of the value.
    const isDuplicate = alsoInFirstReading && (resolvedItem.uri === undefined || uris.has(resolvedItem.uri));
    yield isDuplicate ? { ...resolvedItem, alsoInFirstReading } : resolvedItem;
  }
}

/** Returns the variables of a multivariant playlist, which its media playlists may import. */
export const variablesOf = (text: string, playlistUrl: URL): Variables =>
  definitions([...multivariantItems(text, new Set())], playlistUrl, new Map());

function definitions(items: readonly HlsItem[], playlistUrl: URL, imported: Variables): Variables {
  const variables = new Map<string, string>();
  for (const item of items) if (item.tag === 'EXT-X-DEFINE') define(variables, item, playlistUrl, imported);
  return variables;
}

/** Adds the positions of the URLs and definitions that it finds to `firstReadingPositions`. */
function* multivariantItems(text: string, firstReadingPositions: Set<number>): Generator<HlsItem> {
  let expectsVariantUrl = false;
  for (const { 0: line, index } of text.matchAll(multivariantLine)) {
    if (expectsVariantUrl && !line.startsWith('#') && line.trim() !== '') {
      expectsVariantUrl = false;
      firstReadingPositions.add(endOfMatch(space, text, index));
      yield uriItem('EXT-X-STREAM-INF', line);
    }
    const tagMatch = multivariantTag.exec(line);
    const [, tag, list = ''] = tagMatch ?? [];
    if (tag === 'EXT-X-DEFINE') firstReadingPositions.add(index + tagMatch!.index);
    if (tag === 'EXT-X-STREAM-INF') expectsVariantUrl = true;
    else if (tag) yield* tagItems(tag, list);
    for (const [, name = '', attributes = ''] of line.matchAll(renditionTag)) yield* tagItems(name, attributes);
  }
}

/** In a media playlist, what begins with `#` is a tag up to the end of its line, and anything else is a URL, wherever it begins. */
function* mediaItems(text: string, firstReadingPositions: ReadonlySet<number>): Generator<HlsItem> {
  for (let at = endOfMatch(space, text, 0); at < text.length; at = endOfMatch(space, text, at)) {
    if (text.startsWith('#EXTINF:', at)) {
      at = endOfMatch(durationTag, text, at);
      if (text[at] === ',') at = endOfTitle(text, at);
    } else if (text[at] === '#') {
      const end = endOfMatch(restOfTag, text, at);
      const colon = text.slice(at, at + 32).indexOf(':');
      const tag = text.slice(at + 1, at + Math.max(colon, 1));
      if (mediaTags.has(tag))
        yield* tagItems(tag, text.slice(at + colon + 1, end), tag === 'EXT-X-DEFINE' && firstReadingPositions.has(at));
      at = end;
    } else {
      const end = endOfMatch(restOfLine, text, at);
      yield { ...uriItem('EXTINF', text.slice(at, end)), ...(firstReadingPositions.has(at) && { alsoInFirstReading: true }) };
      at = end;
    }
  }
}

/** Returns the end of an `EXTINF` title: that of its line or, in the last line, its last white space, which hls.js requires there. */
function endOfTitle(text: string, at: number): number {
  const end = endOfMatch(restOfTag, text, at);
  if (end < text.length) return end;
  for (let index = end - 1; index > at; index--) if (/\s/.test(text[index]!)) return index;
  return end;
}

const noAttributes = readAttributes('');
const uriItem = (tag: string, line: string): HlsItem => ({ tag, attributes: noAttributes, uri: line.trim() });

/** Yields a tag. Where a line separator makes the pattern of hls.js leave out some attributes, also yields each of its URLs separately. */
function* tagItems(tag: string, list: string, alsoInFirstReading = false): Generator<HlsItem> {
  yield { tag, attributes: readAttributes(list), ...(alsoInFirstReading && { alsoInFirstReading }) };
  if (!/[\u2028\u2029]/.test(list)) return;
  for (const value of list.split('URI=').slice(1)) {
    const [reference = ''] = value.replace(/^"/, '').split(/[",\u2028\u2029]/, 1);
    yield { tag, attributes: { URI: reference, 'SERVER-URI': reference } };
  }
}

/**
 * Returns the end of the text that matches a sticky pattern at `from`; `from` itself if nothing matches. Copied in `xml.ts` and
 * `../manifest-kind.ts`, because a shared module would be one more chunk that playback waits for.
 */
function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
