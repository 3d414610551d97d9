import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { customElements } from '../../rollup.editors.mjs';
import { readElement } from '../../rollup.element.mjs';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { sources } from './sources.js';

const element = readElement();
const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name).sort();
const interfaceCode = sources.filter(({ path }) => path.startsWith('ui/') && path !== 'ui/attributes.ts').map(({ text }) => text);
const used = (pattern: RegExp): string[] => [...new Set(interfaceCode.flatMap((text) => text.match(pattern) ?? []))].sort();

describe('what editors are told about <jet-player> is what it is', () => {
  it('every attribute that it observes is described in src/ui/attributes.ts', () => {
    // `lang` and `title` are every element's.
    const observed = JetPlayer.observedAttributes.filter((name) => name !== 'lang');
    expect(observed.filter((name) => !names(element.attributes).includes(name))).toEqual([]);
  });

  it('every attribute that is described is read somewhere, and says what it does', () => {
    const unread = names(element.attributes).filter(
      (name) => !interfaceCode.some((text) => text.includes(`'${name}'`) || text.includes(`${name}:`) || text.includes(` ${name} `))
    );
    expect(unread).toEqual([]);
    expect(element.attributes.filter(({ description }: { description: string }) => !description)).toEqual([]);
  });

  it('every custom property is described, and none that is not there', () => {
    // The measures of a slider pass from the player to its own sliders, and are nobody else's.
    const mine = used(/var\((--jet-[\w-]+)/g).map((text) => text.slice('var('.length));
    expect(names(element.properties)).toEqual(mine.filter((name) => !name.startsWith('--jet-slider-')));
  });

  it('every event says when it happens', () => {
    expect(element.events.filter(({ description }: { description: string }) => !description)).toEqual([]);
    expect(names(element.events)).toEqual(used(/tell\('jet-[\w-]+/g).map((text) => text.slice("tell('".length)));
  });

  it('has the members of a video and its own, and nothing of the inside', () => {
    expect(names(element.members)).toEqual(
      expect.arrayContaining(['currentTime', 'play', 'privacyReport', 'videoRenditions', 'guardLevel'])
    );
    expect(names(element.members)).not.toEqual(expect.arrayContaining(['connectedCallback']));
    expect(names(element.members).filter((name) => name in HTMLElementLike || name.startsWith('_'))).toEqual([]);
  });

  it('custom-elements.json follows its schema', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../node_modules/custom-elements-manifest/schema.json', import.meta.url), 'utf8')
    ) as object;
    const ajv = new Ajv({ strict: false });
    const valid = ajv.validate(schema, customElements(element));
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(ajv.validate(schema, { schemaVersion: '2.1.0', modules: [{ kind: 'no module' }] }), 'canary').toBe(false);
  });
});

/** What every element has, of which an editor knows by itself. */
const HTMLElementLike = { style: 0, classList: 0, shadowRoot: 0, requestUpdate: 0, updateComplete: 0, renderRoot: 0 };
