import { trustXml } from './trusted-types.js';

/**
 * Parses XML; returns undefined when it is not well-formed. The document is never inserted into a page.
 *
 * Trusted Types restrict every use of `DOMParser` because it also parses HTML. Here the type is always `application/xml`, and no node of
 * the document enters a page.
 */
export function parseXml(text: string): Document | undefined {
  const document = new DOMParser().parseFromString(trustXml(text), 'application/xml');
  return document.querySelector('parsererror') ? undefined : document;
}
