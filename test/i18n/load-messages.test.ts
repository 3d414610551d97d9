import { describe, expect, it } from 'vitest';
import { en, type Messages } from '../../src/i18n/locales/en.js';
import { languages } from '../../src/i18n/index.js';
import { languageFor, loadMessages } from '../../src/i18n/load-messages.js';

type Tree = { readonly [key: string]: string | Tree | ((...args: never[]) => string) };

/** Returns every text by its path. Functions are called with arguments that can be recognised in the text. */
function textsOf(messages: Messages): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'object') walk(value, `${path}${key}.`);
      else texts.set(path + key, typeof value === 'function' ? Reflect.apply(value, undefined, ['«1»', '«2»']) : value);
    }
  };
  walk(messages as unknown as Tree, '');
  return texts;
}

describe('languages', () => {
  const english = textsOf(en);

  for (const [tag, load] of Object.entries(languages)) {
    describe(tag, () => {
      it('has its own tag as lang, in a form that Intl accepts', async () => {
        expect((await load()).lang).toBe(tag);
        expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      });

      it('has every text, none of them empty', async () => {
        const texts = textsOf(await load());
        expect([...texts.keys()]).toEqual([...english.keys()]);
        expect([...texts].filter(([, text]) => !text.trim())).toEqual([]);
      });

      it('uses the same arguments as English in each text', async () => {
        const texts = textsOf(await load());
        const argumentsIn = (text: string) => text.match(/«\d»/g)?.sort() ?? [];
        for (const [path, text] of english) expect(argumentsIn(texts.get(path)!), path).toEqual(argumentsIn(text));
      });

      it('has another text for one than for five, where the language distinguishes them', async () => {
        const messages = await load();
        for (const countText of [messages.requests, messages.privacyBlocked]) {
          // In these languages a noun does not change after a number.
          if (!['hu', 'ja', 'tr', 'zh'].includes(messages.lang)) expect(countText(1)).not.toBe(countText(5).replace('5', '1'));
          expect(countText(5)).toContain('5');
        }
      });
    });
  }
});

describe('languageFor()', () => {
  it.each([
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['DE-AT', 'de'],
    ['fr-CA-x-quebec', 'fr'],
    ['tlh', 'en'],
    ['', 'en'],
    ['constructor', 'en']
  ])('returns, for the tag %j, the language %s', (tag, language) => expect(languageFor(tag)).toBe(language));
});

describe('loadMessages()', () => {
  it('loads the texts of a language, or the English texts for a language that the player lacks', async () => {
    expect((await loadMessages('nl-NL')).play).toBe('Afspelen');
    expect(await loadMessages('tlh')).toBe(en);
  });
});
