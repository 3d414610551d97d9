import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageGroups, homePage } from '../pages/index.mjs';
import { layout, urlOf } from './layout.mjs';
import { listGuides, renderGuide } from './guides.mjs';
import { generatedContent } from './generated-content.mjs';
import { verdictLine } from './verdict.mjs';

/** @typedef {import('../pages/index.mjs').Page} Page */

/** The pages that are files of `demo/pages/`. @type {readonly Page[]} */
const pages = [homePage, ...Object.values(pageGroups).flat()].filter(({ name }) => !name.endsWith('/'));

/** Resolves to the text of a file; undefined if it does not exist. @param {string} path */
const readText = (path) => readFile(path, 'utf8').catch(() => undefined);

/** @param {string} root */
async function verdictOf(root) {
  const report = await readText(join(root, 'demo/site/audit.json'));
  return verdictLine(report && JSON.parse(report));
}

/** Returns the URLs of all pages, relative to the site. @param {string} root the repository's folder */
export const pageUrls = async (root) => [...pages.map(({ name }) => urlOf(name)), ...(await listGuides(root)).map(({ url }) => url)];

/**
 * Returns the page at a URL as HTML, rendered from its sources on each call; undefined if there is none.
 * @param {string} root the repository's folder
 * @param {string} url
 */
export async function renderPage(root, url) {
  if (!/(?:\/|\.html)$/.test(url)) return undefined;
  const pageUrl = url === '/index.html' ? '/' : url;
  const page = pages.find(({ name }) => urlOf(name) === pageUrl);
  if (!page) {
    const guide = (await listGuides(root)).find((each) => each.url === pageUrl);
    return guide && layout(guide.page, { main: await renderGuide(root, guide), verdict: await verdictOf(root) });
  }
  const main = await readFile(join(root, 'demo/pages', `${page.name}.html`), 'utf8');
  const generate = generatedContent[page.name];
  return layout(page, { main: generate ? main.replace('<!-- generated -->', await generate(root)) : main, verdict: await verdictOf(root) });
}
