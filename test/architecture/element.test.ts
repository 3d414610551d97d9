import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { customElements } from '../../build/editor-files.mjs';
import { readElement } from '../../build/read-element.mjs';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { sources } from './sources.js';

const element = readElement();
const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name).sort();
const interfaceCode = sources.filter(({ path }) => path.startsWith('ui/') && path !== 'ui/attributes.ts').map(({ text }) => text);
/** Returns the different matches of a pattern in the code of the interface. */
const matchesOf = (pattern: RegExp): string[] => [...new Set(interfaceCode.flatMap((text) => text.match(pattern) ?? []))].sort();

describe('the editor data of <jet-player>', () => {
  it('contains every observed attribute', () => {
    // `lang` is an attribute of every element.
    const observed = JetPlayer.observedAttributes.filter((name) => name !== 'lang');
    expect(observed.filter((name) => !names(element.attributes).includes(name))).toEqual([]);
  });

  it('contains only attributes that the code reads, each with a description', () => {
    const unread = names(element.attributes).filter(
      (name) => !interfaceCode.some((text) => text.includes(`'${name}'`) || text.includes(`${name}:`) || text.includes(` ${name} `))
    );
    expect(unread).toEqual([]);
    expect(element.attributes.filter(({ description }: { description: string }) => !description)).toEqual([]);
  });

  it('contains exactly the custom properties that the styles use', () => {
    // The custom properties of the sliders are internal: the player sets them itself.
    const usedProperties = matchesOf(/var\((--jet-[\w-]+)/g).map((text) => text.slice('var('.length));
    expect(names(element.properties)).toEqual(usedProperties.filter((name) => !name.startsWith('--jet-slider-')));
  });

  it('contains exactly the dispatched events, each with a description', () => {
    expect(element.events.filter(({ description }: { description: string }) => !description)).toEqual([]);
    expect(names(element.events)).toEqual(matchesOf(/dispatch\('jet-[\w-]+/g).map((text) => text.slice("dispatch('".length)));
  });

  it('contains the members of HTMLVideoElement and its own, and no internal ones', () => {
    expect(names(element.members)).toEqual(
      expect.arrayContaining(['currentTime', 'play', 'privacyReport', 'videoRenditions', 'guardLevel'])
    );
    expect(names(element.members)).not.toEqual(expect.arrayContaining(['connectedCallback']));
    expect(names(element.members).filter((name) => name in litElementMembers || name.startsWith('_'))).toEqual([]);
  });

  it('follows the schema of custom-elements.json', () => {
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

/** Members of every Lit element, which an editor already knows. */
const litElementMembers = { style: 0, classList: 0, shadowRoot: 0, requestUpdate: 0, updateComplete: 0, renderRoot: 0 };
