import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageGroups } from '../pages/index.mjs';
import { slugOf, toHtml } from './markdown.mjs';

/** @typedef {{ file: string, url: string, page: import('../pages/index.mjs').Page }} Guide */

/** Documents in the root folder that the site shows with the guides. */
const rootDocuments = ['README.md', 'PRIVACY.md', 'ACCESSIBILITY.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

const guidesPage = Object.values(pageGroups)
  .flat()
  .find(({ name }) => name === 'docs/');

/** Returns the URL of a document: `/docs/csp.html` for `docs/csp.md`, `/docs/PRIVACY.html` for `PRIVACY.md`. @param {string} file */
const urlOf = (file) => (file === 'docs/README.md' ? '/docs/' : `/docs/${file.replace(/^docs\//, '').replace(/\.md$/, '.html')}`);

/**
 * Returns every document.
 * @param {string} root
 * @returns {Promise<Guide[]>}
 */
export async function listGuides(root) {
  const guideFiles = (await readdir(join(root, 'docs')).catch(() => [])).filter((name) => name.endsWith('.md')).sort();
  const files = [...guideFiles.map((name) => `docs/${name}`), ...rootDocuments];
  return Promise.all(
    files.map(async (file) => {
      const [, title = file] = /^# (.+)$/m.exec(await readFile(join(root, file), 'utf8')) ?? [];
      const name = file === 'docs/README.md' ? 'docs/' : slugOf(file);
      return { file, url: urlOf(file), page: { name, link: title, title, about: guidesPage?.about ?? '', player: '' } };
    })
  );
}

/** Returns a document as HTML. Links between documents lead to their pages. @param {string} root @param {Guide} guide */
export async function renderGuide(root, { file }) {
  const urlsByFile = new Map((await listGuides(root)).map((guide) => [guide.file, guide.url]));
  const html = toHtml(await readFile(join(root, file), 'utf8'), { file, urlOf: (path) => urlsByFile.get(path) });
  return `<article class="guide">${html}</article>`;
}
