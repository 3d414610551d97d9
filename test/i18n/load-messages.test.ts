import { describe, expect, it } from 'vitest';
import { en, type Messages } from '../../src/i18n/locales/en.js';
import { languages } from '../../src/i18n/index.js';
import { languageFor, loadMessages } from '../../src/i18n/load-messages.js';

type Tree = { readonly [key: string]: string | Tree | ((...args: never[]) => string) };

/** Every text by its path; functions are called with distinguishable arguments. */
function texts(messages: Messages): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'object') walk(value, `${path}${key}.`);
      else found.set(path + key, typeof value === 'function' ? Reflect.apply(value, undefined, ['«1»', '«2»']) : value);
    }
  };
  walk(messages as unknown as Tree, '');
  return found;
}

describe('languages', () => {
  const english = texts(en);

  for (const [tag, load] of Object.entries(languages)) {
    describe(tag, () => {
      it('states its own language, in a form that Intl accepts', async () => {
        expect((await load()).lang).toBe(tag);
        expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      });

      it('has every text, none of them empty', async () => {
        const own = texts(await load());
        expect([...own.keys()]).toEqual([...english.keys()]);
        expect([...own].filter(([, text]) => !text.trim())).toEqual([]);
      });

      it('uses every argument that English uses', async () => {
        const own = texts(await load());
        const placed = (text: string) => text.match(/«\d»/g)?.sort() ?? [];
        for (const [path, text] of english) expect(placed(own.get(path)!), path).toEqual(placed(text));
      });

      it('counts one and many', async () => {
        const t = await load();
        for (const count of [t.requests, t.privacyBlocked]) {
          // In these languages a noun does not change after a number.
          if (!['hu', 'ja', 'tr', 'zh'].includes(t.lang)) expect(count(1)).not.toBe(count(5).replace('5', '1'));
          expect(count(5)).toContain('5');
        }
      });
    });
  }
});

describe('languageFor', () => {
  it.each([
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['DE-AT', 'de'],
    ['fr-CA-x-quebec', 'fr'],
    ['tlh', 'en'],
    ['', 'en'],
    ['constructor', 'en']
  ])('%s is %s', (tag, language) => expect(languageFor(tag)).toBe(language));
});

describe('loadMessages', () => {
  it('loads the texts of a language, and English for one that it does not have', async () => {
    expect((await loadMessages('nl-NL')).play).toBe('Afspelen');
    expect(await loadMessages('tlh')).toBe(en);
  });
});
