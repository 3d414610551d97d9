import type { Element } from './xml.js';

/** Maximum number of templates, and of identifiers, that are combined; a real MPD has no identifier in a host name. */
const maxEntries = 100;

/** Maximum number of characters in which the host of a URL is searched. */
const maxLength = 512;

/** `$RepresentationID$` in the part of a URL that determines its host. */
const identifierInHost = /^(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?[^/]{0,300}\$RepresentationID\$/i;

/** `$RepresentationID$` in the scheme of a URL, which any identifier may complete, such as `https`. */
const identifierInScheme = /^[a-z0-9+.-]{0,20}\$RepresentationID\$[^/]{0,300}:/i;

/** Composes the hosts of segment templates that contain the identifier of a representation. */
export class TemplateHosts {
  readonly #templates = new Set<string>();
  readonly #ids = new Set<string>();

  add({ name, attributes }: Element): void {
    if (name === 'Representation') this.#addLimited(this.#ids, attributes.get('id'));
    if (name !== 'SegmentTemplate') return;
    for (const key of ['media', 'initialization', 'index']) {
      const start = attributes.get(key)?.slice(0, maxLength);
      if (start && identifierInHost.test(start)) this.#addLimited(this.#templates, start);
    }
  }

  references(): string[] {
    // Elsewhere than in the scheme, an identifier without a dot, a colon or a slash adds no host of its own to a template; the host in the
    // template as it is written is reported in any case.
    const hostIds = [...this.#ids].filter((id) => !/^[\w-]*$/.test(id));
    return [...this.#templates].flatMap((template) =>
      [...(identifierInScheme.test(template) ? this.#ids : hostIds)].map((id) => template.replaceAll('$RepresentationID$', () => id))
    );
  }

  #addLimited(list: Set<string>, value: string | undefined): void {
    if (value && list.size < maxEntries) list.add(value.slice(0, maxLength));
  }
}
