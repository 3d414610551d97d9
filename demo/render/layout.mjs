import { pageGroups } from '../pages/index.mjs';
import { escape } from './escape.mjs';

/** @typedef {import('../pages/index.mjs').Page} Page */

/** The Content Security Policy of every page: its own files, and the `blob:` URLs that Media Source needs. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'"
];

/** Returns the URL of a page. @param {string} name */
export const urlOf = (name) => (name === 'index' ? '/' : name.endsWith('/') ? `/${name}` : `/${name}.html`);

/** The pages to which the top of each page links, on wide screens. */
const topPages = ['tag', 'hostile', 'privacy', 'api', 'docs/'];

/** @param {Page} page @param {string} current the name of the rendered page */
const linkTo = ({ name, link }, current) => `<a href="${urlOf(name)}"${name === current ? ' aria-current="page"' : ''}>${escape(link)}</a>`;

/** @param {string} current the name of the rendered page */
const contentsHtml = (current) =>
  Object.entries(pageGroups)
    .map(([group, pages]) => `<div><h2>${group}</h2><ul>${pages.map((page) => `<li>${linkTo(page, current)}</li>`).join('')}</ul></div>`)
    .join('');

const allPages = Object.values(pageGroups).flat();

/** @param {string} script */
const scriptTag = (script) =>
  script.endsWith('.bundle.js') ? `<script src="${script}" defer></script>` : `<script type="module" src="${script}"></script>`;

/**
 * Returns a page of the demo with its content.
 * @param {Page} page
 * @param {{ main: string, verdict: string }} parts HTML
 */
export function layout({ name, title, about, scripts = [], player = '/dist/jet-player.js', policy: extraDirectives }, { main, verdict }) {
  const index = allPages.findIndex((page) => page.name === name);
  // A guide is not in the contents, so it links back to the list of guides.
  const nextPage = index < 0 ? allPages.at(-1) : allPages[index + 1];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${[...contentSecurityPolicy, ...(extraDirectives ? [extraDirectives] : [])].join('; ')}" />
    <meta name="referrer" content="no-referrer" />
    <title>${escape(title)} · jet-player</title>
    <meta name="description" content="${escape(about)}" />
    <link rel="icon" href="/site/icon.svg" />
    <link rel="stylesheet" href="/site/site.css" />
    ${[...(player ? [player] : []), ...scripts].map(scriptTag).join('\n    ')}
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header>
      <a class="logo" href="/" aria-label="jet-player, home"><img src="/site/icon.svg" alt="" width="28" height="28" /> jet-player</a>
      <nav class="first" aria-label="Main pages">${allPages
        .filter((page) => topPages.includes(page.name))
        .map((page) => linkTo(page, name))
        .join('')}</nav>
      <button type="button" class="quiet" popovertarget="contents">Contents</button>
      <nav id="contents" popover aria-label="Contents">${contentsHtml(name)}</nav>
    </header>

    <main id="main">
${main.trimEnd()}
    </main>

    <footer>
      ${nextPage && name !== 'index' ? `<p class="next">${index < 0 ? 'All' : 'Next'}: ${linkTo(nextPage, name)}</p>` : ''}
      <p>${verdict}</p>
      <p>The video, its audio and these pages are served from this host only.</p>
    </footer>
  </body>
</html>
`;
}
