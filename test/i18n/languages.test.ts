import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en, type Messages } from '../../src/i18n/locales/en.js';
import { formatPercent } from '../../src/i18n/format.js';
import { languages } from '../../src/i18n/index.js';
import { plural } from '../../src/i18n/plural.js';
import { review } from '../../src/i18n/review.js';

type Text = string | ((...args: (string | number)[]) => string);
type Tree = { readonly [key: string]: Text | Tree };

/** The official languages of the European Union. */
const euLanguages = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');

const codes = Object.keys(languages);
const counts = [0, 1, 2, 3, 5, 11, 21, 100];
const textsWithCount = ['privacyBlocked', 'requests', 'times'] as const;

/** Texts on a button, in its tooltip or in a menu item, where a long text has to be cut. */
const labels = [
  ...['play', 'pause', 'replay', 'mute', 'unmute', 'tapToUnmute', 'tapToPlay', 'live', 'atLiveEdge', 'goLive', 'chapters', 'captions'],
  ...['captionsOff', 'settings', 'menuBack', 'quality', 'auto', 'autoNow', 'audio', 'audioTrack', 'captionTrack', 'chapterNumber'],
  ...['speed', 'normalSpeed', 'enterPip', 'leavePip', 'enterFullscreen', 'leaveFullscreen', 'download', 'close', 'retry', 'details'],
  ...[
    'privacy',
    'erase',
    'copyReport',
    'copied',
    'shortcuts',
    'castStart',
    'castStop',
    'airplay',
    'withdraw',
    'remember',
    'allow',
    'refuse'
  ]
];

/** Every label may have this many letters, however short the English label is: no language could keep to the length of "Off". */
const alwaysAllowedLength = 16;
const maxLengthFor = (english: string): number => Math.max(alwaysAllowedLength, Math.floor(english.length * 1.9));

/** Labels that may be longer than the limit, each as language and path, with the reason. */
const acceptedLongLabels: Readonly<Record<string, string>> = Object.fromEntries(
  [
    {
      why: 'A prompt is alone over the video and may wrap; "touch, so that it plays" has no shorter polite form here.',
      labels: 'el es et hr hu lt lv pl pt ro sl tr uk'.split(' ').map((code) => `${code} tapToPlay`)
    },
    {
      why: 'A prompt, as above: "so that the audio is switched on" is a clause of its own.',
      labels: 'fr lt lv pl uk'.split(' ').map((code) => `${code} tapToUnmute`)
    },
    {
      why: 'A tooltip, not a menu item: there is no short noun for live content, only "the live broadcast".',
      labels: 'el ga pl'.split(' ').map((code) => `${code} goLive`)
    },
    { why: 'The only word of the language for it, one letter over.', labels: ['ro privacy'] }
  ].flatMap(({ why, labels: longLabels }) => longLabels.map((label) => [label, why]))
);

/** Texts that may be the same as in English, by path, with the reason and the languages. */
const acceptedEnglishTexts: Readonly<Record<string, { readonly why: string; readonly in: string }>> = {
  pause: { why: 'the same word', in: 'da de fr' },
  volume: { why: 'the same word, from Latin', in: 'fr it nl pt' },
  volumeNow: { why: 'as volume', in: 'fr it nl pt' },
  live: { why: 'the term that broadcasters there use themselves', in: 'da de nl' },
  airplay: { why: 'the name of a product', in: 'ar bg cs da de el es et fi fr ga he hr hu it ja lt lv mt nl pl pt ro sk sl sv tr uk zh' },
  closedCaptions: {
    why: 'CC is a sign, not a word; viewers know it from every other player',
    in: 'ar bg cs da de el es et fi ga he hr hu it lt lv mt nl pl pt ro sk sl sv tr uk'
  },
  settings: { why: 'the word Maltese software uses', in: 'mt' },
  audio: { why: 'the same word, from Latin', in: 'es fr it lv ro' },
  captionPosition: { why: 'the same word, from Latin', in: 'de fr' },
  'captionColors.cyan': { why: 'the same word, from Greek', in: 'da de fr ro sv' },
  'captionColors.magenta': { why: 'the same word, from the town', in: 'da de es et fi fr hr it nl pl pt ro sl sv' },
  transcript: { why: 'the same word, from Latin', in: 'nl' },
  normalSpeed: { why: 'the same word, from Latin', in: 'da de es pt sv tr' },
  enterPip: { why: 'a loan', in: 'it' },
  download: { why: 'a loan', in: 'da' },
  details: { why: 'the same word, from French', in: 'de nl' },
  'kinds.image': { why: 'the same word, from Latin', in: 'fr' },
  privacy: { why: 'a loan', in: 'it nl' },
  guard: { why: 'the same word, from Latin', in: 'fr' },
  'statisticOf.buffer': { why: 'a loan', in: 'da it mt nl pt' },
  'kinds.manifest': { why: 'a loan', in: 'it mt' },
  'kinds.license': { why: 'the same word, from Latin', in: 'cs fr lv' },
  'kinds.script': { why: 'a loan', in: 'da es fr ga it nl pt ro' },
  'kinds.font': { why: 'a loan', in: 'et hr ro' }
};

/** Returns every text by its path. */
function textsOf(messages: Messages): Map<string, Text> {
  const texts = new Map<string, Text>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'object') walk(value, `${path}${key}.`);
      else texts.set(path + key, value);
    }
  };
  walk(messages as unknown as Tree, '');
  return texts;
}

const hasCount = (path: string): boolean => (textsWithCount as readonly string[]).includes(path);

/** Renders a text with the count five, or with arguments that can be recognised. */
const render = (path: string, text: Text): string => (typeof text === 'string' ? text : hasCount(path) ? text(5) : text('«1»', '«2»'));

const renderAll = (messages: Messages): [string, string][] => [...textsOf(messages)].map(([path, text]) => [path, render(path, text)]);

/** Removes the direction marks of Intl, and replaces its special spaces by plain ones. */
const withPlainSpaces = (text: string): string => text.replace(/[\u200e\u200f\u061c]/gu, '').replace(/\s/gu, ' ');

const english = textsOf(en);

describe('the list of languages', () => {
  it('has all languages of the European Union', () => expect(codes).toEqual(expect.arrayContaining(euLanguages)));

  it('is alphabetical', () => expect(codes).toEqual([...codes].sort()));

  it('lists every file of a language', () => {
    const names = readdirSync('src/i18n/locales').map((name) => name.replace(/\.ts$/, ''));
    expect(names.sort()).toEqual(codes);
  });

  it('states for each language whether a native speaker has reviewed it', () => {
    expect(Object.keys(review)).toEqual(codes);
    expect(codes.filter((code) => review[code] === 'source')).toEqual([en.lang]);
  });
});

describe.each(codes)('%s', (code) => {
  const load = languages[code]!;

  it('is loaded on demand from the file of its name, which has no other export', async () => {
    expect((await load()).lang).toBe(code);
    const file = (await import(`../../src/i18n/locales/${code}.ts`)) as Record<string, Messages>;
    expect(Object.keys(file)).toEqual([code]);
    expect(file[code]).toBe(await load());
  });

  it('has every text, each of the same type as in English', async () => {
    const types = (texts: Map<string, Text>) => [...texts].map(([path, text]) => `${path}: ${typeof text}`);
    expect(types(textsOf(await load()))).toEqual(types(english));
  });

  it('uses the same arguments as English in each text', async () => {
    const argumentsIn = (text: string) => text.match(/«\d»/gu)?.sort() ?? [];
    for (const [path, text] of renderAll(await load()))
      expect(argumentsIn(text), path).toEqual(argumentsIn(render(path, english.get(path)!)));
  });

  it('has no text that is empty or unfinished, or contains markup', async () => {
    for (const [path, text] of renderAll(await load())) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/[<&]|undefined|NaN|TODO/u);
    }
  });

  it('uses typographic quotation marks and ellipses', async () => {
    for (const [path, text] of renderAll(await load())) expect(text, path).not.toMatch(/['"`]|\.\.\./u);
  });

  it('writes the number in each text with a count, and has another text for each count', async () => {
    const messages = await load();
    for (const key of textsWithCount) {
      const texts = counts.map((count) => messages[key](count));
      for (const [index, count] of counts.entries()) {
        const numbers = texts[index]!.match(/\d+/gu) ?? [];
        // A language may write one and two as words, for example "once" and "طلبان".
        if (count !== 1 && count !== 2) expect(numbers, `${key} ${count}`).toEqual([String(count)]);
        else expect([[], [String(count)]], `${key} ${count}`).toContainEqual(numbers);
      }
      expect(new Set(texts).size, key).toBe(counts.length);
    }
  });

  it('writes a percentage as Intl does', async () => {
    expect(withPlainSpaces((await load()).shortcut.percent)).toContain(withPlainSpaces(formatPercent(0.9, code)));
  });

  it('repeats an English text only where this is accepted', async () => {
    if (code === en.lang) return;
    const untranslated = renderAll(await load()).filter(
      ([path, text]) => text === render(path, english.get(path)!) && !acceptedEnglishTexts[path]?.in.split(' ').includes(code)
    );
    expect(untranslated).toEqual([]);
  });

  it('has no label that is longer than the limit, except for the accepted ones', async () => {
    const rendered = new Map(renderAll(await load()));
    const tooLong = labels
      .map((path) => ({ path: `${code} ${path}`, text: rendered.get(path)!, maxLength: maxLengthFor(render(path, english.get(path)!)) }))
      .filter(({ path, text, maxLength }) => text.length > maxLength && !(path in acceptedLongLabels));
    expect(tooLong).toEqual([]);
  });
});

describe('the accepted English texts and long labels', () => {
  it('are all needed', async () => {
    for (const [path, { in: list }] of Object.entries(acceptedEnglishTexts)) {
      for (const code of list.split(' ')) {
        const text = textsOf(await languages[code]!()).get(path)!;
        expect(render(path, text), `${code} ${path}`).toBe(render(path, english.get(path)!));
      }
    }
    for (const key of Object.keys(acceptedLongLabels)) {
      const [code, path] = key.split(' ') as [string, string];
      const text = textsOf(await languages[code]!()).get(path)!;
      expect(render(path, text).length, key).toBeGreaterThan(maxLengthFor(render(path, english.get(path)!)));
    }
  });
});

describe('plural()', () => {
  it('returns the form of the plural category, or other if there is none', () => {
    expect(plural('pl', 3, { few: 'few', other: 'other' })).toBe('few');
    expect(plural('pl', 5, { few: 'few', other: 'other' })).toBe('other');
  });

  it.each([
    ['ar', 2, 'طلبان'],
    ['ar', 3, '3 طلبات'],
    ['ar', 11, '11 طلبًا'],
    ['cs', 2, '2 požadavky'],
    ['cs', 5, '5 požadavků'],
    ['ga', 3, '3 iarratas'],
    ['ga', 7, '7 n-iarratas'],
    ['he', 2, 'שתי בקשות'],
    ['hr', 21, '21 zahtjev'],
    ['ja', 1, '1 件のリクエスト'],
    ['lt', 11, '11 užklausų'],
    ['lt', 21, '21 užklausa'],
    ['lv', 11, '11 pieprasījumu'],
    ['lv', 21, '21 pieprasījums'],
    ['mt', 11, '11-il talba'],
    ['pl', 12, '12 żądań'],
    ['pl', 22, '22 żądania'],
    ['ro', 19, '19 solicitări'],
    ['ro', 20, '20 de solicitări'],
    ['sl', 2, '2 zahtevi'],
    ['sl', 101, '101 zahteva'],
    ['uk', 21, '21 запит'],
    ['uk', 25, '25 запитів']
  ])('is used in %s, where %d requests are %s', async (code, count, text) => expect((await languages[code]!()).requests(count)).toBe(text));
});
