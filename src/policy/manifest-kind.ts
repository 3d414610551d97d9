/** The kind of a text by its first tag or its root element; `xml` is a document whose root is not `MPD`. */
type ManifestKind = 'hls' | 'dash' | 'xml' | 'unknown';

/** The first element of an XML document. */
interface XmlRoot {
  /** Without its namespace prefix. */
  readonly name: string;
  /** The start tag from `<` to `>`, or its available part if it does not end. */
  readonly tag: string;
}

/** Maximum number of characters before the root element and in its start tag, together. Later text is not read. */
const maxPrologLength = 64 * 1024;

/** Matches `#EXTM3U` as a whole tag (RFC 8216, 4.3.1.1). Some servers append attributes after a space. */
const playlistTag = /^#EXTM3U(?:\s|$)/;

const space = /\s*/y;
const elementName = /(?:[\w.-]{1,64}:)?([\w.-]{1,64})(?=[\s/>])/y;
/** Matches a start tag: a `>` in quotes does not end it, and an unquoted `<` invalidates it. */
const startTag = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/y;

/** Returns the position after the next `mark`; undefined if none follows. */
function positionAfter(text: string, mark: string, from: number): number | undefined {
  const index = text.indexOf(mark, from);
  return index < 0 ? undefined : index + mark.length;
}

/** Returns the position after a document type declaration, whose internal subset is in brackets (XML 1.0, 2.8). */
function positionAfterDoctype(text: string, from: number): number | undefined {
  const end = positionAfter(text, '>', from);
  const subset = text.indexOf('[', from);
  if (end === undefined || subset < 0 || subset > end) return end;
  const subsetEnd = positionAfter(text, ']', subset);
  return subsetEnd === undefined ? undefined : positionAfter(text, '>', subsetEnd);
}

/** Returns the position after a comment, a processing instruction or a document type declaration at `at`; undefined if it does not end. */
function positionAfterMarkup(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) return positionAfter(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return positionAfter(text, '?>', at + 2);
  return positionAfterDoctype(text, at);
}

/**
 * Reads the root element of an XML document: the first start tag after the byte order mark, white space, the XML declaration, comments,
 * processing instructions and the document type declaration. Reads at most the first 64 K characters, once.
 * @returns undefined if text comes first, if a construct does not end, or if no element follows
 */
export function xmlRoot(document: string): XmlRoot | undefined {
  const text = document.slice(0, maxPrologLength);
  let at: number | undefined = endOfMatch(space, text, text.startsWith('\uFEFF') ? 1 : 0);
  while (text.startsWith('<!', at) || text.startsWith('<?', at)) {
    at = positionAfterMarkup(text, at);
    if (at === undefined) return undefined;
    at = endOfMatch(space, text, at);
  }
  elementName.lastIndex = at + 1;
  const nameMatch = text[at] === '<' ? elementName.exec(text) : null;
  if (!nameMatch) return undefined;
  const end = endOfMatch(startTag, text, at);
  return { name: nameMatch[1]!, tag: text.slice(at, end > at ? end : undefined) };
}

/**
 * Detects the kind of a manifest: an HLS playlist by its first line, a DASH MPD by its root element. Reads at most the first 64 K
 * characters.
 */
export function manifestKind(document: string): ManifestKind {
  const head = document.slice(0, maxPrologLength).trimStart();
  if (head.startsWith('#')) return playlistTag.test(head) ? 'hls' : 'unknown';
  const root = xmlRoot(head);
  if (!root) return 'unknown';
  return root.name === 'MPD' ? 'dash' : 'xml';
}

/**
 * Returns the end of the text that matches a sticky pattern at `from`; `from` itself if nothing matches. Copied in `inspect/xml.ts` and
 * `inspect/hls-reading.ts`, because a shared module would be one more chunk that playback waits for.
 */
function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
