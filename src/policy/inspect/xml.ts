/** An element as the scanner reads it. */
export interface Element {
  /** Without its prefix, as the MPD schema writes it. */
  readonly name: string;
  /** By name with prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | undefined;
  /** The text directly in it, available when it ends. */
  text: string;
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references resolved; an unknown one is left unchanged. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    const code = hex ? parseInt(hex, 16) : decimal ? parseInt(decimal, 10) : NaN;
    return Number.isNaN(code) ? (names[name as string] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The end of a run of matching or non-matching characters. Sticky and without alternatives, so it never backtracks. */
const space = /\s*/y;
const word = /[^\s=>/"']*/y;
const skipped: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>']
];

/**
 * Walks through XML and calls `open` at every element's start and `close` at its end, in one pass over the text.
 *
 * It accepts text that is not well-formed, because it has to report what a lenient player might read; it is no validator. It does not know
 * external entities, so nothing is ever fetched or expanded.
 */
export function scanXml(text: string, visit: { open?(element: Element): void; close(element: Element): void }): void {
  let current: Element | undefined;
  let at = 0;
  const end = () => {
    if (current) visit.close(current);
    current = current?.parent;
  };
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const until = tag < 0 ? text.length : tag;
    if (current) current.text += decode(text.slice(at, until));
    if (tag < 0) break;
    if (text.startsWith('<![CDATA[', tag)) {
      const close = after(text, ']]>', tag);
      if (current) current.text += text.slice(tag + 9, close - 3);
      at = close;
      continue;
    }
    const skip = skipped.find(([opening]) => text.startsWith(opening, tag));
    if (skip) {
      at = after(text, skip[1], tag);
    } else if (text[tag + 1] === '/') {
      end();
      at = after(text, '>', tag);
    } else {
      const read = readTag(text, tag + 1, current);
      current = read.element;
      visit.open?.(current);
      if (read.empty) end();
      at = read.at;
    }
  }
  while (current) end();
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Reads a start tag from after its `<`. A `>` inside quotes does not end it. */
function readTag(text: string, from: number, parent: Element | undefined): { element: Element; empty: boolean; at: number } {
  const attributes = new Map<string, string>();
  let at = pass(word, text, from);
  const name = text.slice(from, at);
  let empty = false;
  while (at < text.length && text[at] !== '>') {
    const start = pass(space, text, at);
    const end = pass(word, text, start);
    at = end;
    if (end === start) {
      if (text[at] === '>') break;
      empty = text[at] === '/';
      at += 1;
      continue;
    }
    empty = false;
    const equals = pass(space, text, end);
    if (text[equals] !== '=') continue;
    const opening = pass(space, text, equals + 1);
    const quote = text[opening];
    at = opening;
    if (quote !== '"' && quote !== "'") continue;
    const closing = text.indexOf(quote, opening + 1);
    at = closing < 0 ? text.length : closing + 1;
    attributes.set(text.slice(start, end), decode(text.slice(opening + 1, closing < 0 ? text.length : closing)));
  }
  return { element: { name: name.replace(/^[^:]*:/, ''), attributes, parent, text: '' }, empty, at: at + 1 };
}

function pass(run: RegExp, text: string, from: number): number {
  run.lastIndex = from;
  run.test(text);
  return run.lastIndex;
}
