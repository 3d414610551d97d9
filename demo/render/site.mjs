import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groups, home } from '../pages/index.mjs';
import { addressOf, frame } from './frame.mjs';
import { guides, renderGuide } from './guides.mjs';
import { made } from './made.mjs';
import { verdictLine } from './verdict.mjs';

/** @typedef {import('../pages/index.mjs').Page} Page */

/** The pages that are files of `demo/pages/`. @type {readonly Page[]} */
const pages = [home, ...Object.values(groups).flat()].filter(({ name }) => !name.endsWith('/'));

/** Reads a file; undefined where there is none. @param {string} path */
const readText = (path) => readFile(path, 'utf8').catch(() => undefined);

/** @param {string} root */
async function verdict(root) {
  const report = await readText(join(root, 'demo/site/audit.json'));
  return verdictLine(report && JSON.parse(report));
}

/** Every address of the site that is a page. @param {string} root the repository's folder */
export const addresses = async (root) => [
  ...pages.map(({ name }) => addressOf(name)),
  ...(await guides(root)).map(({ address }) => address)
];

/**
 * The page at an address as HTML, rendered from its sources on each call; undefined if there is none.
 * @param {string} root the repository's folder
 * @param {string} address
 */
export async function renderPage(root, address) {
  if (!/(?:\/|\.html)$/.test(address)) return undefined;
  const asked = address === '/index.html' ? '/' : address;
  const page = pages.find(({ name }) => addressOf(name) === asked);
  if (!page) {
    const guide = (await guides(root)).find((each) => each.address === asked);
    return guide && frame(guide.page, { main: await renderGuide(root, guide), verdict: await verdict(root) });
  }
  const main = await readFile(join(root, 'demo/pages', `${page.name}.html`), 'utf8');
  const make = made[page.name];
  return frame(page, { main: make ? main.replace('<!-- made -->', await make(root)) : main, verdict: await verdict(root) });
}
