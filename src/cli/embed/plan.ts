import { parseOrigin } from '../../policy/rules/allowed-origins.js';
import { UsageError } from '../arguments.js';

/**
 * How strictly the frame is isolated. `strict`: an opaque origin, so that nothing can be stored. `standard`: its own origin, for features
 * that need one. `cast`: additionally the permissions that Google's sender script needs.
 */
export const tiers = ['strict', 'standard', 'cast'] as const;
export type Tier = (typeof tiers)[number];

/** A publisher's decisions, checked and in canonical form. */
export interface EmbedPlan {
  readonly tier: Tier;
  /** The URL of the folder, ending in a slash; undefined if that is left open, as for the copy in `dist/`. */
  readonly address: URL | undefined;
  /** Origins of media, as a CSP writes them; `'self'` only if the URL is open. */
  readonly media: readonly string[];
  /** Origins that may embed and control the frame; if empty, every page may embed it, and none controls it. */
  readonly pages: readonly string[];
}

/** The options of the command line. */
export interface EmbedInput {
  readonly tier: string;
  readonly origin: string;
  readonly media: readonly string[];
  readonly pages: readonly string[];
}

const local = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Normalises an origin to the form that a browser writes; throws a `UsageError` for everything that is more, less or insecure. */
function canonical(text: string, option: string): string {
  const parsed = parseOrigin(text);
  if (!parsed || /^\.|\.\./.test(parsed.host))
    throw new UsageError(`--${option} expects origins like https://media.example.eu, not "${text}"`);
  const { scheme, wildcard, host, port } = parsed;
  if (scheme !== 'https:' && !local.test(host)) throw new UsageError(`--${option} expects https, not "${text}"`);
  if (wildcard && !host.includes('.')) throw new UsageError(`--${option}: "${text}" matches every host`);
  return `${scheme}//${wildcard ? '*.' : ''}${host}${port && `:${port}`}`;
}

function addressOf(origin: string): URL | undefined {
  if (!origin) return undefined;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  const plain =
    url &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && local.test(url.hostname)));
  if (!plain)
    throw new UsageError(
      `--origin expects the address at which the folder will be served, like https://video.example.eu/embed/, not "${origin}"`
    );
  if (url.pathname === '/' && !origin.endsWith('/')) url.pathname = '/embed/';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  // These separate directives, values and words wherever the URL is written.
  if (/[;,'"\s]/.test(url.pathname)) throw new UsageError(`--origin: the folder must not contain semicolons, commas, quotes or spaces`);
  return url;
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** Checks a publisher's options. Throws a `UsageError` for those that cannot work. */
export function planEmbed({ tier, origin, media, pages }: EmbedInput): EmbedPlan {
  const chosen = tiers.find((each) => each === tier);
  if (!chosen) throw new UsageError(`--tier is one of ${tiers.join(', ')}, not "${tier}"`);
  const address = addressOf(origin);
  if (!address) throw new UsageError('--origin is missing: where the folder will be served, like https://video.example.eu/embed/');
  if (media.length === 0) throw new UsageError('--media is missing: the origins that hold the media');
  const plan: EmbedPlan = {
    tier: chosen,
    address,
    media: unique(media.map((each) => (each === 'self' ? address.origin : canonical(each, 'media')))),
    pages: unique(pages.map((each) => canonical(each, 'pages')))
  };
  refuseSharedHost(plan);
  return plan;
}

/** A frame of the page's own host with both sandbox tokens could remove its sandbox. */
function refuseSharedHost({ tier, address, pages }: EmbedPlan): void {
  if (tier === 'strict' || !address) return;
  const shared = pages.find((page) => {
    const { hostname } = new URL(page.replace('*.', ''));
    return page.includes('*.') ? address.hostname.endsWith(`.${hostname}`) : address.hostname === hostname;
  });
  if (shared)
    throw new UsageError(
      `--tier ${tier} needs a host of its own: ${shared} is where the embed itself is served; take strict, or another host`
    );
}
