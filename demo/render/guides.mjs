import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groups } from '../pages/index.mjs';
import { slugOf, toHtml } from './markdown.mjs';

/** @typedef {{ file: string, url: string, page: import('../pages/index.mjs').Page }} Guide */

/** Documents in the root folder that the site shows with the guides. */
const roots = ['README.md', 'PRIVACY.md', 'ACCESSIBILITY.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

const about = Object.values(groups)
  .flat()
  .find(({ name }) => name === 'docs/');

/** Returns the URL of a document: `/docs/csp.html` for `docs/csp.md`, `/docs/PRIVACY.html` for `PRIVACY.md`. @param {string} file */
const urlOf = (file) => (file === 'docs/README.md' ? '/docs/' : `/docs/${file.replace(/^docs\//, '').replace(/\.md$/, '.html')}`);

/**
 * Returns every document.
 * @param {string} root
 * @returns {Promise<Guide[]>}
 */
export async function guides(root) {
  const names = (await readdir(join(root, 'docs')).catch(() => [])).filter((name) => name.endsWith('.md')).sort();
  const files = [...names.map((name) => `docs/${name}`), ...roots];
  return Promise.all(
    files.map(async (file) => {
      const [, title = file] = /^# (.+)$/m.exec(await readFile(join(root, file), 'utf8')) ?? [];
      const name = file === 'docs/README.md' ? 'docs/' : slugOf(file);
      return { file, url: urlOf(file), page: { name, link: title, title, about: about?.about ?? '', player: '' } };
    })
  );
}

/** Returns a document as HTML. Links between documents lead to their pages. @param {string} root @param {Guide} guide */
export async function renderGuide(root, { file }) {
  const known = new Map((await guides(root)).map((guide) => [guide.file, guide.url]));
  const html = toHtml(await readFile(join(root, file), 'utf8'), { file, urlOf: (path) => known.get(path) });
  return `<article class="guide">${html}</article>`;
}
