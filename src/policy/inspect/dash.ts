import { baseUrl, dashConstructs } from './dash-constructs.js';
import type { Findings } from './findings.js';
import { scanXml, type Element } from './xml.js';

/** How many elements above one are asked for a `BaseURL`; a real MPD is seven deep. */
const depth = 16;

/** Finds the hosts and constructs of an MPD. */
export function inspectDash(text: string, own: URL, findings: Findings): void {
  /** What addresses below an element are resolved against, where a `BaseURL` said so. */
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
        const resolved = findings.away(baseUrl, element.text.trim(), 'segment', baseOf(parent.parent));
        // Of several, the first is the one that players use; the others are found all the same.
        if (resolved && !bases.has(parent)) bases.set(parent, resolved);
      }
      for (const row of dashConstructs) inspectElement(element, row);
    }
  });

  function inspectElement(element: Element, { elements, kind, addresses, always, ...construct }: (typeof dashConstructs)[number]): void {
    if (elements !== 'every' && !elements.includes(element.name)) return;
    const found = addresses(element);
    if (!found) return;
    if (always && found.length === 0) findings.always(construct);
    for (const address of found) findings[always ? 'always' : 'away'](construct, address, kind, baseOf(element.parent));
  }
}
