import { constructs } from './constructs/index.js';
import type { Findings } from './findings.js';
import { rowsByName } from './rows-by-name.js';
import { TemplateHosts } from './template-hosts.js';
import { scanXml, type Element } from './xml.js';

/** Maximum number of ancestors that are searched for a `BaseURL`; a real MPD has seven levels. */
const maxAncestors = 16;

/** Maximum length of a base URL. Only the origin of a longer one is used, because resolving a URL reads its whole base. */
const maxUrlLength = 1024;

const rows = rowsByName(constructs.dash, ({ elements }) => (elements === 'every' ? ['*'] : elements));
const rowsForEveryElement = rows.get('*') ?? [];

/** Finds the hosts and constructs of an MPD. */
export function inspectDash(text: string, manifestUrl: URL, findings: Findings): void {
  /** The base of URLs below an element, if a `BaseURL` set one. */
  const bases = new WeakMap<Element, URL>();
  const baseOf = (element: Element | undefined): URL => {
    let ancestor = element;
    for (let steps = 0; ancestor && steps < maxAncestors; steps++, ancestor = ancestor.parent) {
      const base = bases.get(ancestor);
      if (base) return base;
    }
    return manifestUrl;
  };
  const templates = new TemplateHosts();
  scanXml(text, {
    close(element) {
      const { name, attributes, parent } = element;
      const elementRows = rows.get(name) ?? [];
      // The base of a `BaseURL` is that of the elements around its parent.
      const base = elementRows.length > 0 || attributes.size > 0 ? baseOf(name === 'BaseURL' ? parent?.parent : parent) : manifestUrl;
      for (const row of elementRows) findings.addRow(row, row.references(element), base);
      if (attributes.size > 0) for (const row of rowsForEveryElement) findings.addRow(row, row.references(element), base);
      if (name === 'BaseURL' && parent) useBase(parent, element.text.trim(), base);
      templates.add(element);
    }
  });
  const template = constructs.dash.find(({ construct }) => construct === 'dash-segment-template')!;
  for (const reference of templates.references()) findings.addRow(template, [reference]);

  /** Of several bases, players use the first; the others are reported all the same. */
  function useBase(parent: Element, reference: string, base: URL): void {
    if (bases.has(parent) || !URL.canParse(reference, base)) return;
    const newBase = new URL(reference, base);
    bases.set(parent, newBase.href.length > maxUrlLength ? new URL('/', newBase) : newBase);
  }
}
