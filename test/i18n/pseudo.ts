import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/locales/en.js';

/** Characters that represent the arguments of a text. */
const placeholders = ['\uE001', '\uE002'];

/** Makes every word 40 percent longer, replaces its vowels, and adds brackets that no other text has. */
const stretch = (text: string): string =>
  `⟦${text.replace(/\p{L}+/gu, (word) => word.replace(/[aeiou]/g, (vowel) => 'äëïöü'['aeiou'.indexOf(vowel)]!) + 'é'.repeat(Math.ceil(word.length * 0.4)))}⟧`;

/** Returns the source text of a value of the messages, with stretched texts. */
function sourceOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(stretch(value));
  if (typeof value !== 'function')
    return `{ ${Object.entries(value as object)
      .map(([key, inner]) => `${JSON.stringify(key)}: ${sourceOf(inner)}`)
      .join(', ')} }`;
  const text = stretch(String(Reflect.apply(value, undefined, placeholders)));
  return `(...values) => values.reduce((text, part, index) => text.replace(${JSON.stringify(placeholders)}[index], () => part), ${JSON.stringify(text)})`;
}

/**
 * Replaces the Japanese texts by a pseudo-language: the stretched English texts. Numbers, times and names of languages, which `Intl`
 * formats, remain Japanese, so that the test does not take them for texts that are in no table.
 */
export async function servePseudoLanguage(page: Page): Promise<void> {
  await page.route('**/dist/**/ja-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `export const ja = Object.assign(${sourceOf(en)}, { lang: 'ja' });` })
  );
}

/** Texts that need no table: the units of Intl, the names of keys, and the codes of the player. */
const untranslatable = /\b(?:[kMG]?[Bb]|Mb\/s|kb\/s|Ctrl|Home|End|\d+p\d*|[a-z]+\/[a-z-]+)(?![\p{L}])/gu;

/** Returns the visible texts of the player, and those for screen readers, that are in no table and not among `textsOfOthers`. */
export async function strayTexts(page: Page, textsOfOthers: readonly string[]): Promise<string[]> {
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
    let rest = textsOfOthers.reduce((remaining, known) => remaining.replaceAll(known, ''), text);
    for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/gu, '')];
    return /\p{Script=Latin}{2,}/u.test(rest.replace(untranslatable, ''));
  };
  return [...new Set(texts.filter(isStray))];
}
