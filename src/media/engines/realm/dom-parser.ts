import { parseXml } from '../../network/parse-xml.js';

/** `DOMParser` for an engine: parses XML only, whatever type is requested; XML that is not well-formed gives an empty document. */
export class SealedDOMParser {
  parseFromString(text: string): Document {
    return parseXml(text) ?? document.implementation.createDocument(null, null);
  }
}
