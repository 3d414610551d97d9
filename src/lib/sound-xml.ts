/** Depth from which on nobody follows an element any further. */
const deepest = 256;

const name = '[A-Za-z][\\w.:-]*';
const attribute = `\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const comment = '!--(?!-?>)[^]*?-->';
const section = '!\\[CDATA\\[[^]*?\\]\\]>';
const tag = `\\/(${name})\\s*>|(${name})(?:${attribute}){0,999}\\s*(\\/?)>`;

/** Text up to a tag, and the tag; sticky, and never more than one way to read it. */
const piece = new RegExp(`[^<]*(?:<(?:${tag}|${comment}|${section}|\\?[^>]*\\?>|!DOCTYPE[^<>[\\]]*>)|$)`, 'y');

/**
 * Whether XML is whole and so plain that every reader sees the same tags in it, however simple the reader is: each element ends, each
 * attribute has a name in ASCII and a value in quotes, and no comment or declaration could be taken to end too early.
 *
 * It makes nothing of what it reads, so it takes a tenth of the time of a parser. What cannot lead a reader astray is let pass: an entity
 * that nobody declared, an attribute that is there twice, text around the root.
 */
export function isSoundXml(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text);
    if (!found) return false;
    const [, closed, opened, empty] = found;
    if (closed !== undefined && open.pop() !== closed) return false;
    if (opened === undefined) continue;
    if (open.length === 0) roots += 1;
    if (!empty && open.push(opened) > deepest) return false;
  }
  return roots === 1 && open.length === 0;
}
