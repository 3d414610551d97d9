import { parseXml } from '../xml.js';

/** `DOMParser` as an engine sees it: XML only, whatever type is asked for; what is not well-formed comes back empty. */
export class SealedDOMParser {
  parseFromString(text: string): Document {
    return parseXml(text) ?? document.implementation.createDocument(null, null);
  }
}
