import axe from 'axe-core';
import type { Page } from '@playwright/test';

/**
 * Returns what axe finds in a page with its default rules, as `rule: element | element`. What stands in iframes is left out.
 *
 * axe runs as one call in the page and returns the violations alone: its wrapper for Playwright also transfers every element that passed, and
 * opens a second page for the result, which takes more than half of the time.
 */
export async function axeViolationsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const results = await window.axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'], iframes: false });
    return results.violations.map(({ id, nodes }) => ({ id, elements: nodes.map(({ html }) => html) }));
  });
  return violations.map(({ id, elements }) => `${id}: ${elements.join(' | ')}`);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
