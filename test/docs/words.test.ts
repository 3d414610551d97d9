import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../demo/render/site.mjs';
import { en } from '../../src/i18n/en.js';
import { hotkeys } from '../../src/ui/hotkeys.js';
import { root } from './documents.js';

describe('the guide to trouble speaks the words of the error screen', () => {
  const guide = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8').replace(/\s+/g, ' ');
  it.each(Object.entries(en.errors))('%s', (code, sentence) => {
    expect(guide).toContain(`\`${code}\``);
    expect(guide).toContain(sentence);
  });
});

describe('the page about the keyboard knows every key', async () => {
  const page = (await renderPage(root, '/accessibility.html')) ?? '';
  const keys = [...page.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, key = '']) => key.replace('&lt;', '<').replace('&gt;', '>'));
  it.each(hotkeys.map((hotkey) => [hotkey.name, hotkey] as const))('%s', (_, { shown }) => {
    for (const key of shown.replace('␣', 'Space').split(' ')) expect(keys).toContain(key);
  });
});
