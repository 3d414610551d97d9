import type { MediaPlayerClass } from 'dashjs';
import type { UrlKind } from '../../../policy/policy.js';
import type { KindOf } from '../../realm/realm.js';
import { parseXml } from '../../xml.js';

/** What dash.js calls the thing it asks for, in the words of the policy. */
const kinds: Readonly<Record<string, UrlKind>> = {
  MPD: 'manifest',
  XLinkExpansion: 'manifest',
  InitializationSegment: 'segment',
  MediaSegment: 'segment',
  IndexSegment: 'segment',
  BitstreamSwitchingSegment: 'segment',
  ContentSteering: 'steering',
  license: 'license',
  licenseCertificate: 'license'
};

/** How many requests under way are remembered; dash.js has far fewer at a time. */
const memory = 200;

/**
 * Tells what a URL is for from what dash.js's own loader announced.
 *
 * A request that was not announced did not come through the loader: dash.js asks for time behind its back, and a release
 * might do more. Such a URL is a `clock` if the manifest names it as one, a `license` if the page does, and else a
 * `beacon`, which is refused.
 */
export class Announced {
  readonly #kinds = new Map<string, UrlKind>();
  readonly #known: ReadonlyMap<string, UrlKind>;

  /** `clocks` are named by the manifest, `licenses` by the page. */
  constructor(clocks: readonly string[], licenses: readonly string[] = []) {
    this.#known = new Map([...clocks.map((url) => [url, 'clock'] as const), ...licenses.map((url) => [url, 'license'] as const)]);
  }

  readonly kindOf: KindOf = (url) => this.#kinds.get(url) ?? this.#known.get(url) ?? 'beacon';

  /** Listens to the loader of a dash.js player. */
  hear(player: MediaPlayerClass): void {
    player.addRequestInterceptor((request) => {
      const { type, mediaType } = (request.customData as { request?: { type?: string; mediaType?: string } } | undefined)?.request ?? {};
      const kind = (type && kinds[type]) || 'beacon';
      this.#announce(new URL(request.url, document.baseURI).href, kind === 'segment' && mediaType === 'text' ? 'text' : kind);
      return Promise.resolve(request);
    });
  }

  #announce(url: string, kind: UrlKind): void {
    this.#kinds.delete(url);
    this.#kinds.set(url, kind);
    const [oldest] = this.#kinds.keys();
    if (this.#kinds.size > memory && oldest !== undefined) this.#kinds.delete(oldest);
  }
}

/**
 * One of the elements that name a clock, and its attributes. To make a tree of the whole manifest for it takes far longer. Sound XML has no
 * `<` in an attribute, and a search that ends there is done with in one pass.
 */
const timing = /<(?:[\w.-]+:)?UTCTiming\s((?:"[^"<]*"|'[^'<]*'|[^<>"'])*?)\/?>/g;

/** The clocks that dash.js can ask over HTTP. */
const overHttp = /^urn:mpeg:dash:utc:http-(?:head|xsdate|iso):201[24]$/;

/** The addresses of the clocks that an MPD names (ISO/IEC 23009-1, 5.8.4.11), absolute. */
export function clocksIn(manifest: string, base: string): string[] {
  return [...manifest.matchAll(timing)]
    .map(([, attributes]) => parseXml(`<UTCTiming ${attributes}/>`)?.documentElement)
    .filter((clock) => overHttp.test(clock?.getAttribute('schemeIdUri') ?? ''))
    .flatMap((clock) => (clock!.getAttribute('value') ?? '').split(/\s+/))
    .filter((url) => URL.canParse(url, base))
    .map((url) => new URL(url, base).href);
}
