import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageUrls, renderPage } from '../../demo/render/site.mjs';
import { documents, readDocument, root, type Document } from './documents.js';

const outside = (href: string): boolean => /^(?:https?:|mailto:)/.test(href);

/** The broken links of a document; nothing is fetched. */
function faultsOf({ file, links, anchors }: Document): string[] {
  return links
    .filter((href) => !outside(href))
    .flatMap((href) => {
      const [path = '', anchor] = href.split('#');
      const target = path ? posix.join(posix.dirname(file), path) : file;
      if (!existsSync(join(root, target))) return [`${href}: there is no ${target}`];
      if (!anchor) return [];
      const found = target === file ? anchors : documents.find((each) => each.file === target)?.anchors;
      return found?.has(anchor) ? [] : [`${href}: ${target} has no such heading`];
    });
}

describe('links of the documents', () => {
  it.each(documents.map((document) => [document.file, document] as const))('%s', (_, document) => {
    expect(faultsOf(document)).toEqual([]);
  });

  it('every guide is linked from docs/README.md, every decision from its own list', () => {
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

  it('canary: finds a missing file or heading', () => {
    const broken = readDocument('docs/csp.md', '# A\n[x](none.md) [y](#b) [z](csp.md#none) [ok](#a) [ok](https://example.eu)');
    expect(faultsOf(broken)).toHaveLength(3);
  });
});

/** Values of an attribute in the tags of a page; markup that is shown as text does not count. */
const valuesOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(/<[a-z][^>]*>/gi)]
    .flatMap(([tag]) => [...tag.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))])
    .map(([, value = '']) => value.replaceAll('&amp;', '&'));

/** Whether the demo's server has a file at a URL: one of `demo/`, of the build, or a generated one. */
function served(path: string): boolean {
  if (/^\/(?:live|hostile|protected)\//.test(path)) return true;
  const file = join(root, path.startsWith('/dist/') ? path : `demo${path}`);
  return existsSync(file) && statSync(file).isFile();
}

describe('links of the site', async () => {
  const pages = new Map(
    await Promise.all((await pageUrls(root)).map(async (address) => [address, (await renderPage(root, address)) ?? ''] as const))
  );

  /** Missing files that a page names; two buttons of the home page do so on purpose. */
  const brokenOn = (address: string, html: string): string[] =>
    ['href', 'src', 'poster', 'data-src', 'srcset'].flatMap((attribute) =>
      valuesOf(html, attribute).filter((value) => {
        if (value === '' || outside(value) || (attribute === 'data-src' && value === '/media/none.m3u8')) return false;
        const url = new URL(value, `http://demo${address}`);
        const anchor = url.hash.slice(1);
        const target = pages.get(url.pathname);
        if (target === undefined) return !served(url.pathname);
        return anchor !== '' && !valuesOf(target, 'id').includes(anchor);
      })
    );

  it.each([...pages])('%s', (address, html) => {
    expect(html).toContain('<h1');
    expect(brokenOn(address, html)).toEqual([]);
  });

  it.each([...pages])('%s names no host but its own outside of links', (_, html) => {
    const loaded = ['src', 'poster', 'data-src'].flatMap((attribute) => valuesOf(html, attribute));
    expect(loaded.filter(outside).filter((url) => url !== 'https://video.example/video.m3u8')).toEqual([]);
  });

  it('canary: finds a broken link', () => {
    expect(brokenOn('/', '<a href="/none.html"></a><a href="/api.html#none"></a><img src="/site/none.png">')).toHaveLength(3);
  });
});
