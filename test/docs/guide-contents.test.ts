import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../demo/render/site.mjs';
import { servedFiles, setupFiles } from '../../src/cli/embed/files.js';
import { planEmbed } from '../../src/cli/embed/plan.js';
import { en } from '../../src/i18n/locales/en.js';
import { hotkeys } from '../../src/ui/interface/hotkeys.js';
import { documents, root } from './documents.js';

describe('docs/troubleshooting.md has every sentence of the error screen', () => {
  const guide = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8').replace(/\s+/g, ' ');
  it.each(Object.entries(en.errors))('%s', (code, sentence) => {
    expect(guide).toContain(`\`${code}\``);
    expect(guide).toContain(sentence);
  });
});

describe('the page about the keyboard knows every key', async () => {
  const page = (await renderPage(root, '/accessibility.html')) ?? '';
  const keys = [...page.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, key = '']) => key.replace('&lt;', '<').replace('&gt;', '>'));
  it.each(hotkeys.map((hotkey) => [hotkey.name, hotkey] as const))('%s', (_, { keyLabels }) => {
    for (const key of keyLabels.replace('␣', 'Space').split(' ')) expect(keys).toContain(key);
  });
});

describe('the files of an embed are as the guides say', () => {
  const plan = planEmbed({
    tier: 'strict',
    origin: 'https://video.example.eu/embed/',
    media: ['https://media.example.eu'],
    pages: ['https://www.example.eu']
  });
  const nothing = new Uint8Array();
  const written = [
    ...Object.keys(servedFiles(plan, { script: nothing, style: nothing })),
    ...Object.keys(setupFiles(plan, { src: 'video.m3u8', title: 'A video' })).map((name) => `setup/${name}`)
  ];
  const named = documents.flatMap(({ file }) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/[\s`/]embed\/((?:setup\/)?[\w-]+(?:\.[\w-]+)?)(?=[\s;`])/g)]
      .map(([, name = '']) => name)
      .filter((name) => /^setup\/|\.|^Caddyfile$/.test(name))
      .map((name) => [file, name] as const)
  );
  it('there are some', () => expect(named.length).toBeGreaterThan(2));
  it.each(named)('%s: %s', (_, name) => expect(written).toContain(name));
});
