import type { MediaPlayerClass } from 'dashjs';
import { BoundedMap } from '../../../lib/bounded-map.js';
import type { RequestKind } from '../../../policy/policy.js';
import type { KindOf } from '../realm/request-kind.js';
import { parseXml } from '../../network/parse-xml.js';

/** Maps dash.js's request types to the kinds of the policy. */
const kinds: Readonly<Record<string, RequestKind>> = {
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

/** How many pending requests are remembered; dash.js has far fewer at a time. */
const maxKinds = 200;

/**
 * Determines the kind of a URL from what dash.js's own loader announced.
 *
 * A request that was not announced did not come through the loader: dash.js requests clocks without it, and a later release might bypass
 * it for more. Such a URL is a `clock` if the manifest names it as one, a `license` if the page does, and otherwise a `beacon`, which is
 * blocked.
 */
export class RequestKinds {
  readonly #announcedKinds = new BoundedMap<string, RequestKind>(maxKinds);
  readonly #namedKinds: ReadonlyMap<string, RequestKind>;

  /** `clocks` are the URLs that the manifest names, `licenses` those that the page names. */
  constructor(clocks: readonly string[], licenses: readonly string[] = []) {
    this.#namedKinds = new Map([...clocks.map((url) => [url, 'clock'] as const), ...licenses.map((url) => [url, 'license'] as const)]);
  }

  readonly kindOf: KindOf = (url) => this.#announcedKinds.get(url) ?? this.#namedKinds.get(url) ?? 'beacon';

  /** Records the requests of a dash.js player's loader. */
  observe(player: MediaPlayerClass): void {
    player.addRequestInterceptor((request) => {
      const { type, mediaType } = (request.customData as { request?: { type?: string; mediaType?: string } } | undefined)?.request ?? {};
      const kind = (type && kinds[type]) || 'beacon';
      this.#announcedKinds.set(new URL(request.url, document.baseURI).href, kind === 'segment' && mediaType === 'text' ? 'text' : kind);
      return Promise.resolve(request);
    });
  }
}

/**
 * Matches an element that names a clock, with its attributes, because parsing the whole manifest for it takes far longer. Well-formed XML
 * has no `<` in an attribute, and a search that stops there takes linear time.
 */
const timingElement = /<(?:[\w.-]+:)?UTCTiming\s((?:"[^"<]*"|'[^'<]*'|[^<>"'])*?)\/?>/g;

/** Schemes of the clocks that dash.js requests over HTTP. */
const httpScheme = /^urn:mpeg:dash:utc:http-(?:head|xsdate|iso):201[24]$/;

/** How many elements are read at most; an MPD has a handful. */
const maxClocks = 32;

/** Returns the absolute URLs of the clocks that an MPD names (ISO/IEC 23009-1, 5.8.4.11). */
export function clocksIn(manifest: string, base: string): string[] {
  return [...manifest.matchAll(timingElement)]
    .slice(0, maxClocks)
    .map(([, attributes]) => parseXml(`<UTCTiming ${attributes}/>`)?.documentElement)
    .filter((clock) => httpScheme.test(clock?.getAttribute('schemeIdUri') ?? ''))
    .flatMap((clock) => (clock!.getAttribute('value') ?? '').split(/\s+/))
    .filter((url) => URL.canParse(url, base))
    .map((url) => new URL(url, base).href);
}
