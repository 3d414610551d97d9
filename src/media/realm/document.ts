import type { Guard } from '../guard.js';
import { createSealedElement } from './element.js';

/** The document as an engine sees it: it can make elements and ask whether the page is visible, and it finds nothing of the page. */
export function sealedDocument(guard: Guard): object {
  const inert = globalThis.document.implementation.createHTMLDocument('');
  return Object.freeze({
    createElement: (tag: string) => createSealedElement(guard, tag),
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
