import type { Guard } from '../guard.js';
import type { UrlKind } from '../../policy/policy.js';

/** Elements that fetch by themselves, the attribute that starts it, and what the policy calls it. */
const fetching: Readonly<Record<string, readonly [attribute: string, kind: UrlKind]>> = {
  img: ['src', 'image'],
  script: ['src', 'script'],
  iframe: ['src', 'script'],
  embed: ['src', 'script'],
  object: ['data', 'script'],
  link: ['href', 'script'],
  source: ['src', 'manifest'],
  track: ['src', 'text'],
  video: ['src', 'segment'],
  audio: ['src', 'segment']
};

/** Makes an element whose fetching attribute asks the guard, however it is set; a refused address is not set. */
function createGuarded(guard: Guard, tag: string): HTMLElement {
  const element = globalThis.document.createElement(tag);
  const known = fetching[element.localName];
  if (!known) return element;
  const [attribute, kind] = known;
  const setAttribute = element.setAttribute.bind(element);
  const assign = (value: string) => {
    try {
      setAttribute(attribute, guard.admit(value, kind).href);
    } catch {
      // The guard wrote the refusal down; the element stays empty, as it would with a dead link.
    }
  };
  Object.defineProperty(element, attribute, { get: () => element.getAttribute(attribute) ?? '', set: assign });
  Object.defineProperty(element, 'srcset', { value: '' });
  element.setAttribute = (name, value) => {
    if (name.toLowerCase() === attribute) assign(value);
    else if (name.toLowerCase() !== 'srcset') setAttribute(name, value);
  };
  return element;
}

/** The document as an engine sees it: it can make elements and ask whether the page is visible, and it finds nothing of the page. */
export function sealedDocument(guard: Guard): object {
  const inert = globalThis.document.implementation.createHTMLDocument('');
  return Object.freeze({
    createElement: (tag: string) => createGuarded(guard, tag),
    createEvent: (type: string) => inert.createEvent(type),
    getElementById: () => null,
    getElementsByClassName: () => [],
    head: inert.head,
    documentElement: inert.documentElement,
    fonts: Object.freeze({ add() {}, delete: () => false }),
    get hidden() {
      return globalThis.document.hidden;
    },
    get fullscreenElement() {
      return null;
    }
  });
}
