import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groups } from '../pages/index.mjs';
import { slugOf, toHtml } from './markdown.mjs';

/** @typedef {{ file: string, address: string, page: import('../pages/index.mjs').Page }} Guide */

/** Documents of the repository's root that are read beside the guides. */
const roots = ['README.md', 'PRIVACY.md', 'ACCESSIBILITY.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

const about = Object.values(groups)
  .flat()
  .find(({ name }) => name === 'docs/');

/** Where a document is read on the site: `docs/csp.md` at `/docs/csp.html`, `PRIVACY.md` at `/docs/PRIVACY.html`. @param {string} file */
const addressOf = (file) => (file === 'docs/README.md' ? '/docs/' : `/docs/${file.replace(/^docs\//, '').replace(/\.md$/, '.html')}`);

/**
 * Every document, by its path from the root.
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
      return { file, address: addressOf(file), page: { name, link: title, title, about: about?.about ?? '', player: '' } };
    })
  );
}

/** A document as HTML. Links between documents lead to their pages. @param {string} root @param {Guide} guide */
export async function renderGuide(root, { file }) {
  const known = new Map((await guides(root)).map((guide) => [guide.file, guide.address]));
  const html = toHtml(await readFile(join(root, file), 'utf8'), { file, addressOf: (path) => known.get(path) });
  return `<article class="guide">${html}</article>`;
}
