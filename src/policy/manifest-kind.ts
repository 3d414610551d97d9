/** The kind of a text by its first tag or its root element; `xml` is a document with another root than `MPD`. */
type ManifestKind = 'hls' | 'dash' | 'xml' | 'unknown';

/** The first element of an XML document. */
interface XmlRoot {
  /** Without its namespace prefix. */
  readonly name: string;
  /** The start tag from `<` to `>`; the available part of one that does not end. */
  readonly tag: string;
}

/** Characters within which a document has to begin its root element, and within which the start tag has to end. */
const longest = 64 * 1024;

/** `#EXTM3U` as a whole tag (RFC 8216, 4.3.1.1). Some servers append attributes after a space. */
const playlist = /^#EXTM3U(?:\s|$)/;

const space = /\s*/y;
const name = /(?:[\w.-]{1,64}:)?([\w.-]{1,64})(?=[\s/>])/y;
/** A start tag: a `>` in quotes does not end it, and an unquoted `<` invalidates it. */
const startTag = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/y;

/** The end of a run that matches `pattern`; the start position if nothing matches. */
function pass(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** The position after the next `mark`; undefined if none follows. */
function after(text: string, mark: string, from: number): number | undefined {
  const found = text.indexOf(mark, from);
  return found < 0 ? undefined : found + mark.length;
}

/** The position after a document type declaration, whose internal subset is in brackets (XML 1.0, 2.8). */
function afterDoctype(text: string, from: number): number | undefined {
  const end = after(text, '>', from);
  const subset = text.indexOf('[', from);
  if (end === undefined || subset < 0 || subset > end) return end;
  const closed = after(text, ']', subset);
  return closed === undefined ? undefined : after(text, '>', closed);
}

/** The position after a comment, a processing instruction or a document type declaration at `at`; undefined if it does not end. */
function afterMarkup(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  return afterDoctype(text, at);
}

/**
 * Reads the root element of an XML document: the first start tag after the byte order mark, white space, the XML declaration, comments,
 * processing instructions and the document type declaration. Reads at most the first 64 K characters, once.
 * @returns undefined if text comes first, if a construct does not end, or if no element follows
 */
export function xmlRoot(document: string): XmlRoot | undefined {
  const text = document.slice(0, longest);
  let at: number | undefined = pass(space, text, text.startsWith('\uFEFF') ? 1 : 0);
  while (text.startsWith('<!', at) || text.startsWith('<?', at)) {
    at = afterMarkup(text, at);
    if (at === undefined) return undefined;
    at = pass(space, text, at);
  }
  name.lastIndex = at + 1;
  const found = text[at] === '<' ? name.exec(text) : null;
  if (!found) return undefined;
  const end = pass(startTag, text, at);
  return { name: found[1]!, tag: text.slice(at, end > at ? end : undefined) };
}

/**
 * Detects the kind of a manifest: an HLS playlist by its first line, a DASH MPD by its root element. Reads at most the first 64 K
 * characters.
 */
export function manifestKind(document: string): ManifestKind {
  const head = document.slice(0, longest).trimStart();
  if (head.startsWith('#')) return playlist.test(head) ? 'hls' : 'unknown';
  const root = xmlRoot(head);
  if (!root) return 'unknown';
  return root.name === 'MPD' ? 'dash' : 'xml';
}
