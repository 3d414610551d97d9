import { UsageError } from '../arguments.js';
import { canonicalOrigin, loopbackHost } from '../canonical-origin.js';
import { opaqueOrigin, planReservation, type ReservationPlan } from '../headers/plan.js';

/**
 * The degrees of isolation of the frame. `strict`: an opaque origin, so that nothing can be stored. `standard`: its own origin, for
 * features that need one. `cast`: in addition, the permissions that Google's sender script needs.
 */
export const tiers = ['strict', 'standard', 'cast'] as const;
export type Tier = (typeof tiers)[number];

/** A publisher's decisions, checked and in canonical form. */
export interface EmbedPlan {
  readonly tier: Tier;
  /** The URL of the folder, ending in a slash; undefined if it is not known, as for the copy in `dist/`. */
  readonly url: URL | undefined;
  /** Origins of media, as a CSP writes them; `'self'` only if the URL is not known. */
  readonly media: readonly string[];
  /** Origins that may embed and control the frame; if empty, every page may embed it, and none controls it. */
  readonly pages: readonly string[];
  /** The reservation of the media that the page plays; undefined if the URL is not known. */
  readonly reservation?: ReservationPlan;
}

/** The options of the command line. */
export interface EmbedInput {
  readonly tier: string;
  readonly origin: string;
  readonly media: readonly string[];
  readonly pages: readonly string[];
  /** The folders of media on their hosts. */
  readonly mediaFolders?: readonly string[];
  /** The URL of the terms for text and data mining. */
  readonly policy?: string;
}

function folderUrlOf(origin: string): URL | undefined {
  if (!origin) return undefined;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  const isPlain =
    url &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHost.test(url.hostname)));
  if (!isPlain)
    throw new UsageError(
      `--origin expects the URL at which the folder will be served, like https://video.example.eu/embed/, not "${origin}"`
    );
  // An origin alone names no folder, so the embed gets one of its own; a slash after the origin chooses the root.
  if (url.pathname === '/' && !origin.endsWith('/')) url.pathname = '/embed/';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  // These characters separate directives, values and words where the URL is written.
  if (/[;,'"\s]/.test(url.pathname)) throw new UsageError(`--origin: the folder must not contain semicolons, commas, quotes or spaces`);
  return url;
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** Checks a publisher's options. @throws UsageError if they cannot work */
export function planEmbed({ tier, origin, media, pages, mediaFolders = [], policy = '' }: EmbedInput): EmbedPlan {
  const chosenTier = tiers.find((each) => each === tier);
  if (!chosenTier) throw new UsageError(`--tier is one of ${tiers.join(', ')}, not "${tier}"`);
  const url = folderUrlOf(origin);
  if (!url) throw new UsageError('--origin is missing: where the folder will be served, like https://video.example.eu/embed/');
  if (media.length === 0) throw new UsageError('--media is missing: the origins that serve the media');
  const plan: EmbedPlan = {
    tier: chosenTier,
    url,
    media: unique(media.map((each) => (each === 'self' ? url.origin : canonicalOrigin(each, 'media')))),
    pages: unique(pages.map((each) => canonicalOrigin(each, 'pages'))),
    // The origin of a strict frame is opaque, and its requests name it so.
    reservation: planReservation({
      media: mediaFolders,
      policy,
      noindex: false,
      embeddedBy: [chosenTier === 'strict' ? opaqueOrigin : url.origin],
      log: ''
    })
  };
  refuseSharedHost(plan);
  return plan;
}

/**
 * Rejects a plan in which the frame and a page have the same host, because a frame with both `allow-scripts` and `allow-same-origin` could
 * then remove its sandbox.
 */
function refuseSharedHost({ tier, url, pages }: EmbedPlan): void {
  if (tier === 'strict' || !url) return;
  const sharedHost = pages.find((page) => {
    const { hostname } = new URL(page.replace('*.', ''));
    return page.includes('*.') ? url.hostname.endsWith(`.${hostname}`) : url.hostname === hostname;
  });
  if (sharedHost)
    throw new UsageError(
      `--tier ${tier} needs a host of its own: ${sharedHost} serves the embed itself; use --tier strict or another host`
    );
}
