import type { UrlKind } from '../../policy/policy.js';
import type { Guard } from '../guard.js';
import { sealedStyle } from './style.js';

/** Elements that fetch what their `src` names, and what the policy calls it. */
const fetching: Readonly<Record<string, UrlKind>> = { audio: 'segment', img: 'image', source: 'segment', track: 'text', video: 'segment' };

/** Elements that captions are drawn with, and which fetch nothing. */
const drawing = new Set(['br', 'canvas', 'div', 'p', 'rb', 'rbc', 'rp', 'rt', 'rtc', 'ruby', 'span']);

/** Ways to bring in markup, to set an address unseen, or to get from an element to the page. */
const closed = [
  'attachShadow',
  'background',
  'getRootNode',
  'innerHTML',
  'insertAdjacentHTML',
  'outerHTML',
  'setAttributeNode',
  'setAttributeNodeNS',
  'setAttributeNS',
  'setHTMLUnsafe',
  'srcset'
];

/** The document of a sealed element, for whoever asks: it holds nothing and leads nowhere. */
const nowhere = Object.freeze({ querySelectorAll: () => [] });

let empty = '';

/** The file without cues that hls.js gives to its text tracks, as a `blob:` URL: a page whose policy has no `data:` need not add it. */
const emptyCaptions = (): string => (empty ||= URL.createObjectURL(new Blob(['WEBVTT'], { type: 'text/vtt' })));

const isInline = ({ protocol }: URL): boolean => protocol === 'data:' || protocol === 'blob:';

/**
 * Makes an element for an engine: one that never fetches by itself, for a browser would send a referrer and follow redirects.
 *
 * What is inline already is shown as it is; a picture from an allowed host is fetched by the guard; any other address is refused
 * and left out, as a dead link would be.
 * @throws DOMException `NotSupportedError` for an element that no engine needs today
 */
export function createSealedElement(guard: Guard, tag: string): HTMLElement {
  // A style sheet can fetch and would dress the page; dash.js, the only one to make one, gets along without.
  const name = tag.toLowerCase().replace(/^style$/, 'div');
  const kind = fetching[name];
  if (!kind && !drawing.has(name)) throw new DOMException(`A sealed engine may not make <${name}>.`, 'NotSupportedError');
  const element = globalThis.document.createElement(name);
  const setAttribute = element.setAttribute.bind(element);
  const style = sealedStyle(element);
  const fetchSrc = (value: string) => kind && void source(guard, kind, value, (href) => setAttribute('src', href));
  for (const property of closed) Object.defineProperty(element, property, { value: undefined });
  // A page's own tools, such as one that looks for barriers, read every element: these three answer, and open nothing.
  Object.defineProperty(element, 'attributes', { get: () => attributesOf(element) });
  Object.defineProperty(element, 'cloneNode', { value: () => createSealedElement(guard, name) });
  Object.defineProperty(element, 'ownerDocument', { value: nowhere });
  Object.defineProperty(element, 'style', { value: style });
  if (kind) Object.defineProperty(element, 'src', { get: () => element.getAttribute('src') ?? '', set: fetchSrc });
  element.setAttribute = (attribute, value) => {
    const wanted = attribute.toLowerCase();
    if (wanted === 'src') fetchSrc(value);
    else if (wanted === 'style') style.cssText = value;
    else if (!wanted.startsWith('on') && !closed.includes(wanted)) setAttribute(attribute, value);
  };
  return element;
}

/** A copy of an element's attributes, through which none can be set. */
const attributesOf = (element: Element) =>
  Object.freeze(element.getAttributeNames().map((name) => Object.freeze({ name, value: element.getAttribute(name) ?? '' })));

async function source(guard: Guard, kind: UrlKind, value: string, show: (href: string) => void): Promise<void> {
  try {
    const url = guard.admit(value, kind);
    if (url.href === 'data:,WEBVTT') return show(emptyCaptions());
    if (isInline(url)) return show(url.href);
    if (kind === 'image') show(URL.createObjectURL(await (await guard.fetch(url, kind)).blob()));
  } catch {
    // The guard wrote the refusal down; the element stays empty.
  }
}
