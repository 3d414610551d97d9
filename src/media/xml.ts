import { trustXml } from './trust.js';

/**
 * Parses XML into a document that is read and never shown; undefined when it is not well-formed.
 *
 * Trusted Types count every use of `DOMParser` as a danger, for it also parses HTML. Here it is always `application/xml`, and no
 * node of it ever enters a page.
 */
export function parseXml(text: string): Document | undefined {
  const document = new DOMParser().parseFromString(trustXml(text), 'application/xml');
  return document.querySelector('parsererror') ? undefined : document;
}
