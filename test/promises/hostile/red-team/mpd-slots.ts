import { createLiveMpd, createMpd } from '../manifests/dash.js';
import { inheritedNames } from '../cases/prototypes.js';
import { mpdElements } from './mpd-elements.js';
import type { Slot } from './slots.js';

const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Returns an MPD with an attribute in the first start tag of an element, which replaces an existing one. */
function withAttribute(xml: string, element: string, attribute: string, value: string): string {
  const tag = new RegExp(`<${element}(?=[\\s/>])[^>]*?(?=/?>)`).exec(xml);
  if (!tag) throw new Error(`There is no element ${element}.`);
  const tagWithoutAttribute = tag[0].replace(new RegExp(`(?<=\\s)${attribute}="[^"]*"`), '');
  return `${xml.slice(0, tag.index)}${tagWithoutAttribute} ${attribute}="${escape(value)}"${xml.slice(tag.index + tag[0].length)}`;
}

/** Returns an MPD with another text at the start of an element. */
function withText(xml: string, element: string, value: string): string {
  const match = new RegExp(`(<${element}(?=[\\s>])[^>]*>)[^<]*`).exec(xml);
  if (!match) throw new Error(`There is no element ${element}.`);
  return `${xml.slice(0, match.index)}${match[1]}${escape(value)}${xml.slice(match.index + match[0].length)}`;
}

const slot = (name: string, element: string, change: (xml: string, value: string) => string): Slot => {
  const { part, markup = '', live: updates = false } = mpdElements[element]!;
  const createXml = () => (updates ? createLiveMpd(markup)() : createMpd(part ? { [part]: markup } : {}));
  return { name, updates, write: (value) => ({ 'manifest.mpd': change(createXml(), value) }) };
};

const slotsOf = (element: string): Slot[] => {
  const { attributes, text } = mpdElements[element]!;
  // The start tag in this table may have an attribute that distinguishes the element from others of the same name.
  const tag = element.replaceAll('"', '\\"').split(' ')[0]!;
  const tagStart = element.includes(' ') ? `${element.split(' ')[0]} ${element.split(' ')[1]}` : tag;
  return [
    ...attributes
      .split(' ')
      .filter(Boolean)
      .map((attribute) => slot(`${tag}@${attribute}`, element, (xml, value) => withAttribute(xml, tagStart, attribute, value))),
    ...(text ? [slot(`${tag} text`, element, (xml, value) => withText(xml, tagStart, value))] : [])
  ];
};

const elementNames = Object.keys(mpdElements).filter((element) => mpdElements[element]!.attributes || mpdElements[element]!.text);

/** A slot for every attribute and every text of every element. */
export const mpdSlots: readonly Slot[] = elementNames.flatMap(slotsOf);

/** Slots for attributes whose name is the attack, each with the name. */
export const mpdNames: readonly { readonly slot: Slot; readonly value: string }[] = elementNames
  .filter((element) => !element.includes(' '))
  .map((element, index) => ({
    slot: slot(`the name of an attribute of ${element}`, element, (xml, value) => withAttribute(xml, element, value, 'polluted')),
    value: inheritedNames[index % inheritedNames.length]!
  }));
