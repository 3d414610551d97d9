/** Returns the folder of a URL, against which the relative URLs of a manifest are resolved. */
function folderOf({ href }: URL): string {
  const [path = ''] = href.split(/[?#]/, 1);
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/**
 * Replaces old URL signatures by the newest one, which is in the query or in the path of the source's renewed URL.
 *
 * An engine keeps requesting the URLs that it has read from the manifest. Because the guard replaces their signature, playback continues
 * without a new engine.
 */
export class Signatures {
  #renewals: readonly { readonly before: URL; readonly after: URL }[] = [];

  /** Replaces `before`, and every URL that it replaced, by `after`. */
  renew(before: URL, after: URL): void {
    this.#renewals = [...this.#renewals.map((pair) => ({ ...pair, after })), { before, after }];
  }

  /** Returns the URL with the current signature; the same object when nothing was renewed. */
  current(url: URL): URL {
    for (const { before, after } of this.#renewals) {
      const folder = folderOf(before);
      const [inFolder, newFolder] = [url.href.startsWith(folder), folderOf(after)];
      const hasSameQuery = before.search !== '' && url.search === before.search;
      if (!hasSameQuery && !(inFolder && newFolder !== folder)) continue;
      const renewedUrl = new URL(inFolder ? newFolder + url.href.slice(folder.length) : url.href);
      if (hasSameQuery) renewedUrl.search = after.search;
      return renewedUrl;
    }
    return url;
  }

  clear(): void {
    this.#renewals = [];
  }
}
