/** An element as the scanner reads it. */
export interface Element {
  /** Without its prefix, as the MPD schema writes it. */
  readonly name: string;
  /** By name with prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | undefined;
  /** The text directly in it, available when it ends. */
  text: string;
  /** The part of that text after its last comment or child, without white space around it. */
  lastText: string;
}

const namedCharacters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f'
};

/**
 * Returns text with its character references resolved; an unknown one is left unchanged. As in dash.js, letters from a to f after the
 * digits of a decimal reference are ignored: `&#104a;` is `h`.
 */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,99})|#(\d{1,99})[a-f]{0,99}|([a-z]{2,4}));/gi,
    (reference, hex?: string, decimal?: string, name = '') => {
      const code = hex ? parseInt(hex, 16) : decimal ? parseInt(decimal, 10) : NaN;
      return Number.isNaN(code)
        ? (namedCharacters[name as string] ?? reference)
        : code <= 0x10ffff
          ? String.fromCodePoint(code)
          : reference;
    }
  );
}

const word = /[^\r\n\t>/= ]*/y;
const toQuote = /[^"']*/y;
const toBracket = /[^[>]*/y;
const toLetter = /[^a-z>]*/iy;

/**
 * Walks through XML and calls `close` at every element's end, in one pass over the text.
 *
 * It reads what is not well-formed as the parser of dash.js does (@svta/cml-xml), because it has to report what that could read; it is no
 * validator. It does not know external entities, so nothing is ever fetched or expanded.
 */
export function scanXml(text: string, visit: { close(element: Element): void }): void {
  let openElement: Element | undefined;
  let at = 0;
  const closeElement = () => {
    if (openElement) visit.close(openElement);
    openElement = openElement?.parent;
  };
  const append = (part: string) => {
    if (!openElement) return;
    openElement.text += part;
    openElement.lastText = part.trim() || openElement.lastText;
  };
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const until = tag < 0 ? text.length : tag;
    if (openElement && until > at) append(decode(text.slice(at, until)));
    if (tag < 0) break;
    if (text.startsWith('<![CDATA[', tag)) {
      at = positionAfterOrEnd(text, ']]>', tag);
      append(text.slice(tag + 9, text.endsWith(']]>', at) ? at - 3 : at));
    } else if (text.startsWith('<!-', tag)) {
      at = positionAfterOrEnd(text, '-->', tag);
    } else if (text[tag + 1] === '!') {
      at = afterDeclaration(text, tag + 2);
    } else if (text[tag + 1] === '?') {
      at = positionAfterOrEnd(text, '>', tag);
    } else if (text[tag + 1] === '/') {
      closeElement();
      at = positionAfterOrEnd(text, '>', tag);
    } else {
      const startTag = readTag(text, tag + 1, openElement);
      openElement = startTag.element;
      if (startTag.empty) closeElement();
      at = startTag.at;
    }
  }
  while (openElement) closeElement();
}

/** Returns the position after the next `mark`; the end of the text if none follows. */
function positionAfterOrEnd(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index + mark.length;
}

/** The position after a document type declaration. A `>` in brackets does not end it. */
function afterDeclaration(text: string, from: number): number {
  let at = endOfMatch(toBracket, text, from);
  while (text[at] === '[') at = endOfMatch(toBracket, text, positionAfterOrEnd(text, ']', at));
  return at + 1;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * Reads a start tag from after its `<`. A `>` inside quotes does not end it. A name begins at the next letter, and its value at the next
 * quote, whatever is between them.
 */
function readTag(text: string, from: number, parent: Element | undefined): { element: Element; empty: boolean; at: number } {
  let attributes: Map<string, string> | undefined;
  let at = endOfMatch(word, text, from);
  const name = text.slice(from, at);
  for (at = endOfMatch(toLetter, text, at); at < text.length && text[at] !== '>'; at = endOfMatch(toLetter, text, at)) {
    const end = endOfMatch(word, text, at);
    const opening = endOfMatch(toQuote, text, end);
    const closing = positionAfterOrEnd(text, text[opening] ?? '', opening + 1);
    attributes ??= new Map();
    attributes.set(text.slice(at, end), decode(text.slice(opening + 1, closing - 1)));
    at = closing;
  }
  const element = { name: name.slice(name.indexOf(':') + 1), attributes: attributes ?? noAttributes, parent, text: '', lastText: '' };
  return { element, empty: text[at - 1] === '/', at: at + 1 };
}

/**
 * Returns the end of the text that matches a sticky pattern at `from`; `from` itself if nothing matches. Copied in `hls-reading.ts` and
 * `../manifest-kind.ts`, because a shared module would be one more chunk that playback waits for.
 */
function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
