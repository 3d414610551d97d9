interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

let trust: (text: string) => string = (text) => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('jet-player', { createHTML: (xml) => xml });
  trust = (xml) => policy?.createHTML(xml) ?? xml;
  return trust(text);
};

/**
 * Parses XML into a document that is read and never shown; undefined when it is not well-formed.
 *
 * Trusted Types count every use of `DOMParser` as a danger, for it also parses HTML. Here it is always `application/xml`, and no
 * node of it ever enters a page. A page that lists its policies in `trusted-types` has to name `jet-player`.
 */
export function parseXml(text: string): Document | undefined {
  const document = new DOMParser().parseFromString(trust(text), 'application/xml');
  return document.querySelector('parsererror') ? undefined : document;
}
