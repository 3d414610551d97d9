import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../demo/render/api.mjs';
import { renderPage } from '../../demo/render/site.mjs';
import { root } from '../docs/documents.js';

/** A declared member with a name. */
interface Member {
  readonly name: string;
  readonly privacy?: string;
}

const manifestPath = join(root, 'dist/custom-elements.json');

describe('the API reference', async () => {
  const page = (await renderPage(root, '/api.html')) ?? '';

  it('contains every public name of the element manifest of this build', () => {
    expect(existsSync(manifestPath)).toBe(true);
    const { modules } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { modules: { declarations: Record<string, Member[]>[] }[] };
    const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => String(tagName) === 'jet-player')!;
    const groups = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];
    const names = groups.flatMap((group) =>
      element[group]!.filter(({ privacy = 'public' }) => privacy === 'public').map(({ name }) => name)
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !page.includes(`<code>${name || '(default)'}</code>`))).toEqual([]);
  });

  it('escapes markup, and omits members that are not public', () => {
    const html = referenceOf({
      kind: 'class',
      tagName: 'x-y',
      name: 'XY',
      attributes: [{ name: 'a', description: '<b> `code`', type: { text: 'string' } }],
      members: [
        { kind: 'field', name: '#secret' },
        { kind: 'field', name: 'internal', privacy: 'protected' },
        { kind: 'method', name: 'go', parameters: [{ name: 'to', type: { text: 'number' } }], return: { type: { text: 'void' } } }
      ]
    });
    expect(html).toContain('&lt;b&gt; <code>code</code>');
    expect(html).toContain('<code>go(to: number): void</code>');
    expect(html).not.toMatch(/secret|internal/);
  });
});
