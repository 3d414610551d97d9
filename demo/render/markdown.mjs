import { posix } from 'node:path';
import { Marked } from 'marked';
import { escape } from './escape.mjs';

/** Returns the anchor of a heading, as code hosts generate it. @param {string} heading plain text */
export const slugOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/**
 * Returns the URL on the site for a link in a document: the URL of another document's page, or of a file that the site serves; undefined
 * for a file that is only in the repository.
 * @param {string} href
 * @param {{ file: string, urlOf: (file: string) => string | undefined }} place
 */
function siteUrlOf(href, { file, urlOf }) {
  if (/^(?:https?:|mailto:|#)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const documentPath = posix.join(posix.dirname(file), path);
  const siteUrl = documentPath.startsWith('demo/') ? documentPath.slice('demo'.length) : urlOf(documentPath);
  return siteUrl && `${siteUrl}${anchor ? `#${anchor}` : ''}`;
}

/**
 * Returns a document as HTML, with anchors at its headings and without scripts.
 * @param {string} markdown
 * @param {{ file: string, urlOf: (file: string) => string | undefined }} context
 */
export function toHtml(markdown, context) {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slugOf(text.replace(/[`*]/g, ''))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const url = siteUrlOf(href, context);
        const innerHtml = this.parser.parseInline(tokens);
        return url ? `<a href="${escape(url)}">${innerHtml}</a>` : `<span title="${escape(href)}, in the repository">${innerHtml}</span>`;
      },
      image({ href, text }) {
        return `<img src="${escape(siteUrlOf(href, context) ?? href)}" alt="${escape(text)}" loading="lazy" />`;
      },
      table(token) {
        const rowHtml = (/** @type {import('marked').Tokens.TableCell[]} */ row, /** @type {string} */ tag) =>
          `<tr>${row
            // An empty cell in a corner is not a heading.
            .map(({ tokens, text }) => [text.trim() ? tag : 'td', this.parser.parseInline(tokens)])
            .map(([name, innerHtml]) => `<${name}>${innerHtml}</${name}>`)
            .join('')}</tr>`;
        return `<div class="wide" tabindex="0" role="group" aria-label="Table"><table><thead>${rowHtml(token.header, 'th')}</thead><tbody>${token.rows.map((row) => rowHtml(row, 'td')).join('')}</tbody></table></div>`;
      },
      code({ text, lang }) {
        return `<pre tabindex="0"><code${lang ? ` data-lang="${escape(lang)}"` : ''}>${escape(text)}</code></pre>\n`;
      }
    }
  });
  return /** @type {string} */ (marked.parse(markdown));
}
