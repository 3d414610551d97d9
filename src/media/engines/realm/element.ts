import { ownValue } from '../../../lib/own.js';
import type { RequestKind } from '../../../policy/policy.js';
import type { MediaGuard } from '../../network/media-guard.js';
import { sealedStyle } from './style.js';

/** Elements that fetch their `src`, with the kind in the policy. */
const fetchingElements: Readonly<Record<string, RequestKind>> = {
  audio: 'segment',
  img: 'image',
  source: 'segment',
  track: 'text',
  video: 'segment'
};

/** Elements with which captions are rendered, and which fetch nothing. */
const captionElements = new Set(['br', 'canvas', 'div', 'p', 'rb', 'rbc', 'rp', 'rt', 'rtc', 'ruby', 'span']);

/** Members that parse markup, set a URL past the guard, or lead from an element to the page. */
const removedMembers = [
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

/** The `ownerDocument` of a sealed element: it contains nothing and gives no access to the page. */
const emptyDocument = Object.freeze({ querySelectorAll: () => [] });

let emptyCaptionsUrl = '';

/**
 * Returns the file without cues that hls.js gives to its text tracks as a `blob:` URL, so that a page whose Content Security Policy lacks
 * `data:` need not add it.
 */
const emptyCaptions = (): string => (emptyCaptionsUrl ||= URL.createObjectURL(new Blob(['WEBVTT'], { type: 'text/vtt' })));

const isInline = ({ protocol }: URL): boolean => protocol === 'data:' || protocol === 'blob:';

/**
 * Creates an element for an engine. It never fetches directly, because a browser would send a referrer and follow redirects.
 *
 * Inline URLs are used unchanged; an image from an allowed host is fetched by the guard; any other URL is refused and left out, like a
 * broken link.
 * @throws DOMException `NotSupportedError` for an element that no engine needs today
 */
export function createSealedElement(guard: MediaGuard, tag: string): HTMLElement {
  // A style sheet can fetch and would style the page; only dash.js creates one, and it works without it.
  const name = tag.toLowerCase().replace(/^style$/, 'div');
  const kind = ownValue(fetchingElements, name);
  if (!kind && !captionElements.has(name)) throw new DOMException(`A sealed engine may not create <${name}>.`, 'NotSupportedError');
  const element = globalThis.document.createElement(name);
  const setAttribute = element.setAttribute.bind(element);
  const style = sealedStyle(element);
  const fetchSrc = (value: string) => kind && void setSource(guard, kind, value, (href) => setAttribute('src', href));
  for (const property of removedMembers) Object.defineProperty(element, property, { value: undefined });
  // Tools of the page, such as accessibility checkers, read these members of every element; they give no access to the page.
  Object.defineProperty(element, 'attributes', { get: () => attributesOf(element) });
  Object.defineProperty(element, 'cloneNode', { value: () => createSealedElement(guard, name) });
  Object.defineProperty(element, 'ownerDocument', { value: emptyDocument });
  Object.defineProperty(element, 'style', { value: style });
  if (kind) Object.defineProperty(element, 'src', { get: () => element.getAttribute('src') ?? '', set: fetchSrc });
  element.setAttribute = (attribute, value) => {
    const attributeName = attribute.toLowerCase();
    if (attributeName === 'src') fetchSrc(value);
    else if (attributeName === 'style') style.cssText = value;
    else if (!attributeName.startsWith('on') && !removedMembers.includes(attributeName)) setAttribute(attribute, value);
  };
  return element;
}

/** Returns a read-only copy of an element's attributes. */
const attributesOf = (element: Element) =>
  Object.freeze(element.getAttributeNames().map((name) => Object.freeze({ name, value: element.getAttribute(name) ?? '' })));

async function setSource(guard: MediaGuard, kind: RequestKind, value: string, show: (href: string) => void): Promise<void> {
  try {
    const url = guard.admit(value, kind);
    if (url.href === 'data:,WEBVTT') return show(emptyCaptions());
    if (isInline(url)) return show(url.href);
    if (kind === 'image') show(URL.createObjectURL(await (await guard.fetch(url, kind)).blob()));
  } catch {
    // The guard has logged the refusal; the element stays empty.
  }
}
