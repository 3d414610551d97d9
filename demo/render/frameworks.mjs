import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toHtml } from './markdown.mjs';

/** The guide to frameworks, as the page about them shows it; its samples are the ones that are tested. @param {string} root */
export async function frameworkSamples(root) {
  const markdown = await readFile(join(root, 'docs/frameworks.md'), 'utf8');
  return toHtml(markdown.replace(/^# .+\n/, ''), { file: 'docs/frameworks.md', addressOf: (file) => `/${file.replace(/\.md$/, '.html')}` });
}
