import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageUrls, renderPage } from '../../demo/render/site.mjs';
import { documents, readDocument, root, type Document } from './documents.js';

const isExternal = (href: string): boolean => /^(?:https?:|mailto:)/.test(href);

/** Returns the broken links of a document to files and headings of the repository; nothing is fetched. */
function brokenLinksOf({ file, links, anchors }: Document): string[] {
  return links
    .filter((href) => !isExternal(href))
    .flatMap((href) => {
      const [path = '', anchor] = href.split('#');
      const target = path ? posix.join(posix.dirname(file), path) : file;
      if (!existsSync(join(root, target))) return [`${href}: there is no ${target}`];
      if (!anchor) return [];
      const anchorsOfTarget = target === file ? anchors : documents.find((each) => each.file === target)?.anchors;
      return anchorsOfTarget?.has(anchor) ? [] : [`${href}: ${target} has no such heading`];
    });
}

describe('the links of the documents', () => {
  it.each(documents.map((document) => [document.file, document] as const))('lead to existing files and headings in %s', (_, document) => {
    expect(brokenLinksOf(document)).toEqual([]);
  });

  it('include every guide in docs/README.md, and every decision in its own list', () => {
    const linkedFrom = (file: string): string[] =>
      documents.find((each) => each.file === file)!.links.map((href) => posix.join(posix.dirname(file), href.replace(/#.*/, '')));
    const linked = ['docs/README.md', 'docs/decisions/README.md'].map((list) => [posix.dirname(list), list, linkedFrom(list)] as const);
    const missing = linked.flatMap(([folder, list, links]) =>
      documents.map(({ file }) => file).filter((file) => posix.dirname(file) === folder && file !== list && !links.includes(file))
    );
    expect(missing).toEqual([]);
    expect(documents.filter(({ file }) => !['.', 'docs', 'docs/decisions'].includes(posix.dirname(file)))).toEqual([]);
    expect(linkedFrom('docs/README.md')).toContain('docs/decisions/README.md');
  });

  it('canary: brokenLinksOf() finds a missing file and missing headings', () => {
    const broken = readDocument('docs/csp.md', '# A\n[x](none.md) [y](#b) [z](csp.md#none) [ok](#a) [ok](https://example.eu)');
    expect(brokenLinksOf(broken)).toHaveLength(3);
  });
});

/** Returns the values of an attribute in the tags of a page; markup that is shown as text does not count. */
const valuesOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(/<[a-z][^>]*>/gi)]
    .flatMap(([tag]) => [...tag.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))])
    .map(([, value = '']) => value.replaceAll('&amp;', '&'));

/** Whether the server of the demo has a file at a path: one of `demo/`, of the build, or a generated one. */
function isServed(path: string): boolean {
  if (/^\/(?:live|hostile|protected)\//.test(path)) return true;
  const file = join(root, path.startsWith('/dist/') ? path : `demo${path}`);
  return existsSync(file) && statSync(file).isFile();
}

describe('the links of the site', async () => {
  const pages = new Map(
    await Promise.all((await pageUrls(root)).map(async (path) => [path, (await renderPage(root, path)) ?? ''] as const))
  );

  /** Returns the URLs of a page that lead to no file or heading, without those that buttons of the home page have on purpose. */
  const brokenLinksOn = (path: string, html: string): string[] =>
    ['href', 'src', 'poster', 'data-src', 'srcset'].flatMap((attribute) =>
      valuesOf(html, attribute).filter((value) => {
        if (value === '' || isExternal(value) || (attribute === 'data-src' && value === '/media/none.m3u8')) return false;
        const url = new URL(value, `http://demo${path}`);
        const anchor = url.hash.slice(1);
        const target = pages.get(url.pathname);
        if (target === undefined) return !isServed(url.pathname);
        return anchor !== '' && !valuesOf(target, 'id').includes(anchor);
      })
    );

  it.each([...pages])('lead to existing files and headings on %s', (path, html) => {
    expect(html).toContain('<h1');
    expect(brokenLinksOn(path, html)).toEqual([]);
  });

  it.each([...pages])('are the only URLs of other hosts on %s', (_, html) => {
    const loaded = ['src', 'poster', 'data-src'].flatMap((attribute) => valuesOf(html, attribute));
    expect(loaded.filter(isExternal).filter((url) => url !== 'https://video.example/video.m3u8')).toEqual([]);
  });

  it('canary: brokenLinksOn() finds a missing page, a missing heading and a missing image', () => {
    expect(brokenLinksOn('/', '<a href="/none.html"></a><a href="/api.html#none"></a><img src="/site/none.png">')).toHaveLength(3);
  });
});
