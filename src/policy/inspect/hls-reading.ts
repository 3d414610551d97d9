import { readAttributes } from '../attribute-list.js';
import type { HlsItem } from './hls-item.js';
import { define, withVariables, type Variables } from './hls-variables.js';

/** In a multivariant playlist, hls.js ends a line at these two characters, and finds a tag anywhere in a line. */
const multivariantLine = /[^\r\n]+/g;
const multivariantTag =
  /#(EXT-X-(?:DEFINE|STREAM-INF|I-FRAME-STREAM-INF|IMAGE-STREAM-INF|SESSION-DATA|SESSION-KEY|CONTENT-STEERING)):([^\r\n]*)/;
/** Here, as in a media playlist, `.` ends a line at U+2028 and U+2029 too. */
const rendition = /#(EXT-X-MEDIA):(.*)/g;

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
const duration = /#EXTINF:\s*(?:\d+(?:\.\d*)?|\.\d+)?/y;
const restOfTag = /[^\r\n\u2028\u2029]*/y;
const restOfLine = /[^\r\n]*/y;

/** Returns the index after the match of a sticky pattern at `from`; 0 without a match. */
function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return pattern.lastIndex;
}

/**
 * Yields every tag and URL that hls.js could read from a text, whether it takes it for a multivariant or a media playlist. The time is
 * linear in the length of the text. `imported` has the variables of the multivariant playlist.
 */
export function* readHls(text: string, playlistUrl: URL, imported: Variables): Generator<HlsItem> {
  const read = new Set<number>();
  const multivariant = [...multivariantItems(text, read)];
  const variables = definitions(multivariant, playlistUrl, imported);
  const variants = multivariant.map((item) => withVariables(item, variables));
  yield* variants;
  const uris = new Set(variants.map(({ uri }) => uri));
  const known = new Map<string, string>();
  for (const item of mediaItems(text, read)) {
    if (item.tag === 'EXT-X-DEFINE') define(known, item, playlistUrl, imported);
    const { again, ...found } = withVariables(item, known);
    // The same line is another URL where the two readings of a definition differ, as they do at a line separator.
    yield again && (found.uri === undefined || uris.has(found.uri)) ? { ...found, again } : found;
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

/** Adds the positions of the URLs and definitions that it finds to `read`. */
function* multivariantItems(text: string, read: Set<number>): Generator<HlsItem> {
  let variant = false;
  for (const { 0: line, index } of text.matchAll(multivariantLine)) {
    if (variant && !line.startsWith('#') && line.trim() !== '') {
      variant = false;
      read.add(endOfMatch(space, text, index));
      yield uriItem('EXT-X-STREAM-INF', line);
    }
    const found = multivariantTag.exec(line);
    const [, tag, list = ''] = found ?? [];
    if (tag === 'EXT-X-DEFINE') read.add(index + found!.index);
    if (tag === 'EXT-X-STREAM-INF') variant = true;
    else if (tag) yield* tagItems(tag, list);
    for (const [, name = '', attributes = ''] of line.matchAll(rendition)) yield* tagItems(name, attributes);
  }
}

/** In a media playlist, what begins with `#` is a tag up to the end of its line, and anything else is a URL, wherever it begins. */
function* mediaItems(text: string, read: ReadonlySet<number>): Generator<HlsItem> {
  for (let at = endOfMatch(space, text, 0); at < text.length; at = endOfMatch(space, text, at)) {
    if (text.startsWith('#EXTINF:', at)) {
      at = endOfMatch(duration, text, at);
      if (text[at] === ',') at = afterTitle(text, at);
    } else if (text[at] === '#') {
      const end = endOfMatch(restOfTag, text, at);
      const colon = text.slice(at, at + 32).indexOf(':');
      const tag = text.slice(at + 1, at + Math.max(colon, 1));
      if (mediaTags.has(tag)) yield* tagItems(tag, text.slice(at + colon + 1, end), tag === 'EXT-X-DEFINE' && read.has(at));
      at = end;
    } else {
      const end = endOfMatch(restOfLine, text, at);
      yield { ...uriItem('EXTINF', text.slice(at, end)), ...(read.has(at) && { again: true }) };
      at = end;
    }
  }
}

/** The end of a title: that of its line, or, at the end of the text, its last white space, which hls.js requires. */
function afterTitle(text: string, at: number): number {
  const end = endOfMatch(restOfTag, text, at);
  if (end < text.length) return end;
  for (let last = end - 1; last > at; last--) if (/\s/.test(text[last]!)) return last;
  return end;
}

const none = readAttributes('');
const uriItem = (tag: string, line: string): HlsItem => ({ tag, attributes: none, uri: line.trim() });

/** A tag; and each of its URLs by itself where a line separator makes the pattern of hls.js leave out some attributes. */
function* tagItems(tag: string, list: string, again = false): Generator<HlsItem> {
  yield { tag, attributes: readAttributes(list), ...(again && { again }) };
  if (!/[\u2028\u2029]/.test(list)) return;
  for (const value of list.split('URI=').slice(1)) {
    const [reference = ''] = value.replace(/^"/, '').split(/[",\u2028\u2029]/, 1);
    yield { tag, attributes: { URI: reference, 'SERVER-URI': reference } };
  }
}
