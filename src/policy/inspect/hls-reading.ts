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
 */
export function* readHls(text: string, playlistUrl: URL, imported: Variables): Generator<HlsItem> {
  const readPositions = new Set<number>();
  const unresolvedItems = [...multivariantItems(text, readPositions)];
  const variables = definitions(unresolvedItems, playlistUrl, imported);
  const resolvedItems = unresolvedItems.map((item) => withVariables(item, variables));
  yield* resolvedItems;
  const uris = new Set(resolvedItems.map(({ uri }) => uri));
  const mediaVariables = new Map<string, string>();
  for (const item of mediaItems(text, readPositions)) {
    if (item.tag === 'EXT-X-DEFINE') define(mediaVariables, item, playlistUrl, imported);
    const { alreadyRead, ...resolvedItem } = withVariables(item, mediaVariables);
    // A URL that the first reading has found counts again if it is another one here. For example, `VALUE="evil.test"` and a U+2028 after it
    // define `evil.test` only in this reading: in a multivariant playlist, U+2028 ends no line, and is a part of the value.
    yield alreadyRead && (resolvedItem.uri === undefined || uris.has(resolvedItem.uri)) ? { ...resolvedItem, alreadyRead } : resolvedItem;
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

/** Adds the positions of the URLs and definitions that it finds to `readPositions`. */
function* multivariantItems(text: string, readPositions: Set<number>): Generator<HlsItem> {
  let expectsVariantUrl = false;
  for (const { 0: line, index } of text.matchAll(multivariantLine)) {
    if (expectsVariantUrl && !line.startsWith('#') && line.trim() !== '') {
      expectsVariantUrl = false;
      readPositions.add(endOfMatch(space, text, index));
      yield uriItem('EXT-X-STREAM-INF', line);
    }
    const tagMatch = multivariantTag.exec(line);
    const [, tag, list = ''] = tagMatch ?? [];
    if (tag === 'EXT-X-DEFINE') readPositions.add(index + tagMatch!.index);
    if (tag === 'EXT-X-STREAM-INF') expectsVariantUrl = true;
    else if (tag) yield* tagItems(tag, list);
    for (const [, name = '', attributes = ''] of line.matchAll(renditionTag)) yield* tagItems(name, attributes);
  }
}

/** In a media playlist, what begins with `#` is a tag up to the end of its line, and anything else is a URL, wherever it begins. */
function* mediaItems(text: string, readPositions: ReadonlySet<number>): Generator<HlsItem> {
  for (let at = endOfMatch(space, text, 0); at < text.length; at = endOfMatch(space, text, at)) {
    if (text.startsWith('#EXTINF:', at)) {
      at = endOfMatch(durationTag, text, at);
      if (text[at] === ',') at = endOfTitle(text, at);
    } else if (text[at] === '#') {
      const end = endOfMatch(restOfTag, text, at);
      const colon = text.slice(at, at + 32).indexOf(':');
      const tag = text.slice(at + 1, at + Math.max(colon, 1));
      if (mediaTags.has(tag)) yield* tagItems(tag, text.slice(at + colon + 1, end), tag === 'EXT-X-DEFINE' && readPositions.has(at));
      at = end;
    } else {
      const end = endOfMatch(restOfLine, text, at);
      yield { ...uriItem('EXTINF', text.slice(at, end)), ...(readPositions.has(at) && { alreadyRead: true }) };
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
function* tagItems(tag: string, list: string, alreadyRead = false): Generator<HlsItem> {
  yield { tag, attributes: readAttributes(list), ...(alreadyRead && { alreadyRead }) };
  if (!/[\u2028\u2029]/.test(list)) return;
  for (const value of list.split('URI=').slice(1)) {
    const [reference = ''] = value.replace(/^"/, '').split(/[",\u2028\u2029]/, 1);
    yield { tag, attributes: { URI: reference, 'SERVER-URI': reference } };
  }
}

// Not in a module of its own: playback would wait for one more chunk.
/** Returns the end of the text that matches a sticky pattern at `from`; `from` itself if nothing matches. */
function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
