import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../demo/render/site.mjs';
import { servedFiles, setupFiles } from '../../src/cli/embed/files.js';
import { planEmbed } from '../../src/cli/embed/plan.js';
import { parameterNames } from '../../src/embed/parameters.js';
import { en } from '../../src/i18n/locales/en.js';
import { defaultHotkeys } from '../../src/ui/interface/hotkeys.js';
import { documents, root } from './documents.js';

describe('docs/troubleshooting.md', () => {
  const guide = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8').replace(/\s+/g, ' ');
  it.each(Object.entries(en.errors))('contains the code %s and its sentence on the error screen', (code, sentence) => {
    expect(guide).toContain(`\`${code}\``);
    expect(guide).toContain(sentence);
  });
});

describe('docs/embedding.md', () => {
  const rows = readFileSync(join(root, 'docs/embedding.md'), 'utf8')
    .split('## Parameters')[1]!
    .split('## ')[0]!
    .match(/^\|[^|]*\|/gm)!;
  const listedNames = rows.flatMap((row) => [...row.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
  it('lists every parameter, and no other', () => expect(listedNames.toSorted()).toEqual(parameterNames.toSorted()));
});

describe('the accessibility page', async () => {
  const page = (await renderPage(root, '/accessibility.html')) ?? '';
  const keys = [...page.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, key = '']) => key.replace('&lt;', '<').replace('&gt;', '>'));
  it.each(defaultHotkeys.map((hotkey) => [hotkey.name, hotkey] as const))('contains the keys of the shortcut %s', (_, { keyLabels }) => {
    for (const key of keyLabels.replace('␣', 'Space').split(' ')) expect(keys).toContain(key);
  });
});

describe('the guides', () => {
  const plan = planEmbed({
    tier: 'strict',
    origin: 'https://video.example.eu/embed/',
    media: ['https://media.example.eu'],
    pages: ['https://www.example.eu']
  });
  const emptyFile = new Uint8Array();
  const writtenFiles = [
    ...Object.keys(servedFiles(plan, { script: emptyFile, style: emptyFile })),
    ...Object.keys(setupFiles(plan, { src: 'video.m3u8', title: 'A video', aiLabel: '' })).map((name) => `setup/${name}`)
  ];
  const namedFiles = documents.flatMap(({ file }) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/[\s`/]embed\/((?:setup\/)?[\w-]+(?:\.[\w-]+)?)(?=[\s;`])/g)]
      .map(([, name = '']) => name)
      .filter((name) => /^setup\/|\.|^Caddyfile$/.test(name))
      .map((name) => [file, name] as const)
  );
  it('name more than two files of an embed', () => expect(namedFiles.length).toBeGreaterThan(2));
  it.each(namedFiles)('name only files that `jet-player embed` writes: in %s the file %s', (_, name) =>
    expect(writtenFiles).toContain(name)
  );
});
