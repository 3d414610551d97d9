import type { MediaGuard } from '../../network/media-guard.js';
import { createSealedElement } from './element.js';

/** Creates the `document` for an engine: it creates elements and reports whether the page is visible, but gives no access to the page. */
export function sealedDocument(guard: MediaGuard): object {
  const inertDocument = globalThis.document.implementation.createHTMLDocument('');
  return Object.freeze({
    createElement: (tag: string) => createSealedElement(guard, tag),
    createEvent: (type: string) => inertDocument.createEvent(type),
    getElementById: () => null,
    getElementsByClassName: () => [],
    head: inertDocument.head,
    documentElement: inertDocument.documentElement,
    fonts: Object.freeze({ add() {}, delete: () => false }),
    get hidden() {
      return globalThis.document.hidden;
    },
    get fullscreenElement() {
      return null;
    }
  });
}
