/** What a rule of `tdmrep.json` says about a URL. */
export interface TdmDecision {
  readonly reserved: boolean;
  /** The URL of the licence terms; '' if there is none. */
  readonly policy: string;
}

/** Decodes the characters that mean the same when they are percent-encoded (RFC 3986, 2.3). */
const decodeUnreserved = (text: string): string =>
  text.replaceAll(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });

/**
 * Whether a path, with its query, matches a pattern as in robots.txt: `*` stands for any characters, and `$` for the end; without it, the
 * beginning has to match (TDM Reservation Protocol, "Use of regular expressions"). It takes linear time for each part of the pattern.
 */
export function matchesLocation(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = decodeUnreserved(isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const text = decodeUnreserved(path);
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first)) return false;
  const last = isAnchored ? rest.pop() : undefined;
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  if (!isAnchored) return true;
  return last === undefined ? position === text.length : text.length - last.length >= position && text.endsWith(last);
}

/**
 * Returns what a `tdmrep.json` says about a URL: its first rule that matches decides. Undefined if none matches, or if its value is neither
 * 0 nor 1, which counts as no value. @throws SyntaxError if the text is not a list in JSON
 */
export function tdmDecision(text: string, url: URL): TdmDecision | undefined {
  const rules: unknown = JSON.parse(text);
  if (!Array.isArray(rules)) throw new SyntaxError('tdmrep.json is not a list');
  const path = `${url.pathname}${url.search}`;
  const rule = rules
    .map((each) => Object(each) as Readonly<Record<string, unknown>>)
    .find(({ location }) => typeof location === 'string' && matchesLocation(location, path));
  const value = rule?.['tdm-reservation'];
  const policy = rule?.['tdm-policy'];
  if (value !== 1 && value !== 0 && value !== '1' && value !== '0') return undefined;
  return { reserved: Number(value) === 1, policy: typeof policy === 'string' ? policy.slice(0, 300) : '' };
}
