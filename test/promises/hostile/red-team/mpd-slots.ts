import { live, mpd } from '../manifests/dash.js';
import { inherited } from '../cases/prototypes.js';
import { mpdElements } from './mpd-elements.js';
import type { Slot } from './slots.js';

const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Writes an attribute into the first start tag of an element, replacing an existing one. */
function withAttribute(xml: string, element: string, attribute: string, value: string): string {
  const tag = new RegExp(`<${element}(?=[\\s/>])[^>]*?(?=/?>)`).exec(xml);
  if (!tag) throw new Error(`There is no element ${element}.`);
  const kept = tag[0].replace(new RegExp(`(?<=\\s)${attribute}="[^"]*"`), '');
  return `${xml.slice(0, tag.index)}${kept} ${attribute}="${escape(value)}"${xml.slice(tag.index + tag[0].length)}`;
}

function withText(xml: string, element: string, value: string): string {
  const found = new RegExp(`(<${element}(?=[\\s>])[^>]*>)[^<]*`).exec(xml);
  if (!found) throw new Error(`There is no element ${element}.`);
  return `${xml.slice(0, found.index)}${found[1]}${escape(value)}${xml.slice(found.index + found[0].length)}`;
}

const slot = (name: string, element: string, change: (xml: string, value: string) => string): Slot => {
  const { part, markup = '', live: updates = false } = mpdElements[element]!;
  const around = () => (updates ? live(markup)() : mpd(part ? { [part]: markup } : {}));
  return { name, updates, write: (value) => ({ 'manifest.mpd': change(around(), value) }) };
};

const slotsOf = (element: string): Slot[] => {
  const { attributes, text } = mpdElements[element]!;
  // The start tag in this table may have an attribute that distinguishes the element from others of the same name.
  const tag = element.replaceAll('"', '\\"').split(' ')[0]!;
  const start = element.includes(' ') ? `${element.split(' ')[0]} ${element.split(' ')[1]}` : tag;
  return [
    ...attributes
      .split(' ')
      .filter(Boolean)
      .map((attribute) => slot(`${tag}@${attribute}`, element, (xml, value) => withAttribute(xml, start, attribute, value))),
    ...(text ? [slot(`${tag} text`, element, (xml, value) => withText(xml, start, value))] : [])
  ];
};

const drawn = Object.keys(mpdElements).filter((element) => mpdElements[element]!.attributes || mpdElements[element]!.text);

/** Every attribute and every text of every element. */
export const mpdSlots: readonly Slot[] = drawn.flatMap(slotsOf);

/** Elements and attributes whose own names are the attack, so no value has to be drawn. */
export const mpdNames: readonly { readonly slot: Slot; readonly value: string }[] = drawn
  .filter((element) => !element.includes(' '))
  .map((element, at) => ({
    slot: slot(`the name of an attribute of ${element}`, element, (xml, value) => withAttribute(xml, element, value, 'polluted')),
    value: inherited[at % inherited.length]!
  }));
