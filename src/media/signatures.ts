/** The directory that an address lies in; what a manifest names beside itself begins with it. */
const folderOf = ({ href }: URL): string => href.replace(/[?#].*$/s, '').replace(/[^/]*$/, '');

/**
 * Puts the newest signature in the place of those that went before it.
 *
 * An engine keeps the addresses it once read. Where they carry a signature of their source, in the query or in the path, the
 * fresh one goes out instead, so that a film whose address is renewed plays on without beginning anew.
 */
export class Signatures {
  #renewed: readonly { readonly before: URL; readonly after: URL }[] = [];

  /** From now on `after` stands for `before`, and for all that went before it. */
  renew(before: URL, after: URL): void {
    this.#renewed = [...this.#renewed.map((pair) => ({ ...pair, after })), { before, after }];
  }

  /** The address as it goes out today; the same object where nothing was renewed. */
  current(url: URL): URL {
    for (const { before, after } of this.#renewed) {
      const folder = folderOf(before);
      const [here, there] = [url.href.startsWith(folder), folderOf(after)];
      const signed = before.search !== '' && url.search === before.search;
      if (!signed && !(here && there !== folder)) continue;
      const fresh = new URL(here ? there + url.href.slice(folder.length) : url.href);
      if (signed) fresh.search = after.search;
      return fresh;
    }
    return url;
  }

  clear(): void {
    this.#renewed = [];
  }
}
