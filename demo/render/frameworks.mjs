import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toHtml } from './markdown.mjs';

/** Returns the guide to frameworks as HTML; tests run its samples. @param {string} root */
export async function frameworkSamples(root) {
  const markdown = await readFile(join(root, 'docs/frameworks.md'), 'utf8');
  return toHtml(markdown.replace(/^# .+\n/, ''), { file: 'docs/frameworks.md', urlOf: (file) => `/${file.replace(/\.md$/, '.html')}` });
}
