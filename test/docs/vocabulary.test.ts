import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './documents.js';
import { proseOfTests } from './test-prose.js';

/** Words that these texts do not use, each with the words to use instead; earlier texts used some of them as names of ideas. */
const discouragedWords: readonly (readonly [pattern: string, instead: string])[] = [
  ['films?', 'video, media, presentation'],
  ['told', 'notified, requested'],
  ['wish|wishes|wished', 'request, selection, preference'],
  ['whoever|whosoever|somebody|nobody|anybody|everybody', 'the caller, the page, the viewer, no host'],
  ['he|his|him|himself', 'they, their'],
  ['brings?|brought|bringing', 'contains, loads, adds'],
  ['anew', 'again'],
  ['(?:stands?|stood|standing) still', 'stalls, hangs'],
  ['(?:a|the|your|his|her|every) yes', 'consent'],
  ['televisions?', 'receiver'],
  ['the pictures?', 'video, frame, image'],
  ['the sounds?', 'audio, audio track'],
  ['troubles?|troubled', 'interruption, error'],
  ['mends?|mended|mending', 'repair, recover'],
  ['(?:one|only) door', 'every request goes through the guard'],
  ['keeps? the book', 'logs'],
  ['without a face', 'headless, without a user interface'],
  ['head starts?', 'prefetch'],
  ['signs? of a viewer', 'interaction'],
  ['heeds?|heeded', 'follow, respect']
];

interface Folder {
  readonly folder: string;
  readonly files: RegExp;
  readonly recursive?: boolean;
  /** Returns the part of a file that is checked, with its lines unchanged; the whole file by default. */
  readonly prose?: (text: string) => string;
}

/** The folders of `test` whose titles and comments are checked. */
const testFolders = [
  'media',
  'cli',
  'architecture',
  'policy',
  'lib',
  'support',
  'promises',
  'ui',
  'demo',
  'docs',
  'release',
  'integrations'
];

/** The texts that are counted, with the accepted uses in a thousand lines. The remaining folders of `test` are not checked yet. */
const textSets: readonly { readonly name: string; readonly limit: number; readonly folders: readonly Folder[] }[] = [
  {
    name: 'the documents',
    // They quote titles of tests.
    limit: 2,
    folders: [
      { folder: '.', files: /\.md$/ },
      { folder: 'docs', files: /\.md$/, recursive: true },
      { folder: 'test/bench', files: /\.md$/ }
    ]
  },
  {
    name: 'the pages of the demo',
    limit: 0,
    folders: [
      { folder: 'demo/pages', files: /\.(?:html|mjs)$/ },
      { folder: 'demo/render', files: /\.mjs$/ },
      { folder: 'demo/site', files: /\.js$/ }
    ]
  },
  {
    name: 'the titles and comments of tests',
    limit: 0,
    folders: testFolders.map((folder) => ({ folder: `test/${folder}`, files: /\.(?:ts|mjs)$/, recursive: true, prose: proseOfTests }))
  },
  {
    name: 'the comments of the sources, the build, CI and the benchmark',
    limit: 0,
    folders: [
      { folder: 'src', files: /\.ts$/, recursive: true, prose: proseOfTests },
      { folder: '.', files: /^rollup\.config\.mjs$/, prose: proseOfTests },
      { folder: 'build', files: /\.m?js$/, recursive: true, prose: proseOfTests },
      { folder: '.ci', files: /\.mjs$/, prose: proseOfTests },
      // `recursive` would read the packages that are installed in this folder.
      { folder: 'test/bench', files: /\.(?:ts|m?js)$/, prose: proseOfTests }
    ]
  },
  {
    name: 'the comments of the demo’s server and renderer',
    limit: 0,
    folders: [
      { folder: 'demo', files: /\.mjs$/, prose: proseOfTests },
      { folder: 'demo/server', files: /\.mjs$/, prose: proseOfTests }
    ]
  }
];

/** Names of files and folders, URLs and paths, which are not prose. */
const fileNames = /https?:\/\/[^\s'"`]+|\/media\/film\.mp4|\^film\\\/|(?<=['"`])\/film\//g;

/** The first cell of a row in the changelog's table of changed names: an old name is quoted, not used. */
const oldName = /^ *\|[^|]*\|/;

const patterns = discouragedWords.map(([word, instead]) => [new RegExp(`(?<![\\w-])(?:${word})(?![\\w-])`, 'gi'), instead] as const);

/** Returns every use of such a word, as `file:line: word, instead`. */
function usesIn(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      patterns.flatMap(([pattern, instead]) =>
        Array.from(
          (file === 'CHANGELOG.md' ? line.replace(oldName, '') : line).replace(fileNames, '').matchAll(pattern),
          ([word]) => `${file}:${index + 1}: "${word}"; better: ${instead}`
        )
      )
    );
}

/** Returns the uses in a folder, and its number of lines. */
function count({ folder, files, recursive = false, prose = (text) => text }: Folder): { readonly uses: string[]; readonly lines: number } {
  const foundFiles = (readdirSync(join(root, folder), { recursive }) as string[]).filter((name) => files.test(name)).sort();
  const texts = foundFiles.map((name) => [join(folder, name), prose(readFileSync(join(root, folder, name), 'utf8'))] as const);
  return {
    uses: texts.flatMap(([file, text]) => usesIn(file, text)),
    lines: texts.reduce((sum, [, text]) => sum + text.split('\n').length - 1, 0)
  };
}

describe('discouraged words', () => {
  it.each(textSets.map(({ limit, name, folders }) => [limit, name, folders] as const))(
    'occur at most %i times in a thousand lines of %s',
    { timeout: 120_000 },
    (limit, name, folders) => {
      const counts = folders.map(count);
      const uses = counts.flatMap((each) => each.uses);
      const lines = counts.reduce((sum, each) => sum + each.lines, 0);
      const rate = (1000 * uses.length) / lines;
      console.log(`${name}: ${uses.length} in ${lines} lines, ${rate.toFixed(1)} in a thousand.`);
      expect(rate, uses.join('\n')).toBeLessThanOrEqual(limit);
      for (const each of counts) expect(each.lines).toBeGreaterThan(30);
    }
  );

  it('canary: proseOfTests() returns the titles, labels and comments of tests, and no other text', () => {
    const text = [
      "it('brings a film', () => say('told')); // anew",
      "describe.each([['a wish', 'told']])('%s', () => 0);",
      'unless(reason)(`the sound of ${film}`, () => 0);',
      'if (done) { stop();\n// Nobody\n}'
    ].join('\n');
    expect(usesIn('x.ts', proseOfTests(text)).map((use) => use.split(';')[0])).toEqual([
      'x.ts:1: "film"',
      'x.ts:1: "brings"',
      'x.ts:1: "anew"',
      'x.ts:2: "wish"',
      'x.ts:3: "the sound"',
      'x.ts:5: "Nobody"'
    ]);
  });

  it('canary: usesIn() finds each word, whole words only, and no file name', () => {
    const text = 'Whoever has told his wish brings the film anew.\nNobody says a yes, and the picture stands still.';
    expect(usesIn('x.md', text)).toHaveLength(11);
    expect(usesIn('x.md', text)[0]).toMatch(/^x\.md:1: "film"; better: video/);
    expect(usesIn('x.md', 'This history of filming is amended; /media/film.mp4; picture-in-picture; the soundtrack')).toEqual([]);
  });
});
