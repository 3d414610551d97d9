import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.js';

/** Stand for the arguments of a text that is made with some. */
const places = ['\uE001', '\uE002'];

/** Every word four tenths longer and with letters of its own, all of it between brackets that no other text has. */
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
 * Gives the page a language that nobody speaks in the place of Japanese: the English texts, stretched and marked. Numbers, times and names
 * of languages, which `Intl` makes, come out in Japanese, and so cannot be mistaken for a text that is in no table.
 */
export async function speakPseudo(page: Page): Promise<void> {
  await page.route('**/dist/**/ja-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `export const ja = Object.assign(${sourceOf(en)}, { lang: 'ja' });` })
  );
}

/** What may stand in no table: the units that Intl takes from everywhere, the names on keys, the player's own codes. */
const international = /\b(?:[kMG]?[Bb]|Mb\/s|kb\/s|Ctrl|Home|End|\d+p\d*|[a-z]+\/[a-z-]+)(?![\p{L}])/gu;

/** The texts of the player, seen and read aloud, that come from no table; `theirs` is what the page and the film brought. */
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
