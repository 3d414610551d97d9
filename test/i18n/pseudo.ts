import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/locales/en.js';

/** Stand for the arguments of a text. */
const places = ['\uE001', '\uE002'];

/** Makes every word 40 percent longer, with letters of its own, between brackets that no other text has. */
const stretch = (text: string): string =>
  `⟦${text.replace(/\p{L}+/gu, (word) => word.replace(/[aeiou]/g, (vowel) => 'äëïöü'['aeiou'.indexOf(vowel)]!) + 'é'.repeat(Math.ceil(word.length * 0.4)))}⟧`;

function sourceOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(stretch(value));
  if (typeof value !== 'function')
    return `{ ${Object.entries(value as object)
      .map(([key, inner]) => `${JSON.stringify(key)}: ${sourceOf(inner)}`)
      .join(', ')} }`;
  const text = stretch(String(Reflect.apply(value, undefined, places)));
  return `(...given) => given.reduce((text, part, index) => text.replace(${JSON.stringify(places)}[index], () => part), ${JSON.stringify(text)})`;
}

/**
 * Gives the page a pseudo-language in place of Japanese: the English texts, stretched and marked. Numbers, times and names of languages,
 * which `Intl` makes, are in Japanese, and so cannot be mistaken for a text that is in no table.
 */
export async function speakPseudo(page: Page): Promise<void> {
  await page.route('**/dist/**/ja-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `export const ja = Object.assign(${sourceOf(en)}, { lang: 'ja' });` })
  );
}

/** Texts that may be in no table: units from Intl, the names of keys, the player's own codes. */
const international = /\b(?:[kMG]?[Bb]|Mb\/s|kb\/s|Ctrl|Home|End|\d+p\d*|[a-z]+\/[a-z-]+)(?![\p{L}])/gu;

/** The texts of the player, visible and for screen readers, that come from no table; `theirs` are the texts of the page and the media. */
export async function strayTexts(page: Page, theirs: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const attributes = ['aria-label', 'aria-valuetext', 'aria-description', 'data-tip', 'title', 'alt', 'placeholder'];
    const walk = (node: Node) => {
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) {
        for (const name of attributes) found.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot) walk(node.shadowRoot);
      }
      node.childNodes.forEach(walk);
    };
    walk(document.querySelector('jet-player')!.shadowRoot!);
    return found.map((text) => text.trim()).filter(Boolean);
  });
  const isStray = (text: string) => {
    let rest = theirs.reduce((left, known) => left.replaceAll(known, ''), text);
    for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/gu, '')];
    return /\p{Script=Latin}{2,}/u.test(rest.replace(international, ''));
  };
  return [...new Set(texts.filter(isStray))];
}
