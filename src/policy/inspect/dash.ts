import { baseUrl, dashConstructs } from './dash-constructs.js';
import type { Findings } from './findings.js';
import { scanXml, type Element } from './xml.js';

/** How many ancestors are searched for a `BaseURL`; a real MPD is seven deep. */
const depth = 16;

/** Characters of a base against which URLs are resolved; of a longer one, only the host counts. Each URL reads it once. */
const longest = 4096;

/** Finds the hosts and constructs of an MPD. */
export function inspectDash(text: string, own: URL, findings: Findings): void {
  /** The base of URLs below an element, if a `BaseURL` set one. */
  const bases = new WeakMap<Element, URL>();
  const baseOf = (element: Element | undefined): URL => {
    let at = element;
    for (let above = 0; at && above < depth; above++, at = at.parent) {
      const base = bases.get(at);
      if (base) return base;
    }
    return own;
  };
  scanXml(text, {
    close(element) {
      const { name, parent } = element;
      if (name === 'BaseURL' && parent) {
        const resolved = findings.addIfElsewhere(baseUrl, element.text.trim(), 'segment', baseOf(parent.parent));
        // Of several, players use the first; the others are reported all the same.
        if (resolved && !bases.has(parent)) bases.set(parent, resolved.href.length > longest ? new URL('/', resolved) : resolved);
      }
      for (const row of dashConstructs) inspectElement(element, row);
    }
  });

  function inspectElement(element: Element, { elements, kind, addresses, always, ...construct }: (typeof dashConstructs)[number]): void {
    if (elements !== 'every' && !elements.includes(element.name)) return;
    const found = addresses(element);
    if (!found) return;
    if (always && found.length === 0) findings.addConstruct(construct);
    for (const address of found) findings[always ? 'addConstruct' : 'addIfElsewhere'](construct, address, kind, baseOf(element.parent));
  }
}
