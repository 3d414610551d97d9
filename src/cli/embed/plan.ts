import { parseOrigin } from '../../policy/rules/allowed-origins.js';
import { UsageError } from '../command.js';

/**
 * How tightly the frame is shut. `strict`: an opaque origin, so that nothing can be stored. `standard`: its own origin, for what
 * needs one. `cast`: what Google's sender script needs on top.
 */
export const tiers = ['strict', 'standard', 'cast'] as const;
export type Tier = (typeof tiers)[number];

/** What a publisher decides, checked and in its one canonical form. */
export interface EmbedPlan {
  readonly tier: Tier;
  /** Where the folder is served, ending in a slash; undefined where that is left open, as for the copy in `dist/`. */
  readonly address: URL | undefined;
  /** Origins of media, as a CSP writes them; `'self'` only where the address is open. */
  readonly media: readonly string[];
  /** Origins that may hold and control the frame; none: everybody may hold it, nobody controls it. */
  readonly pages: readonly string[];
}

/** What was written on the command line. */
export interface EmbedInput {
  readonly tier: string;
  readonly origin: string;
  readonly media: readonly string[];
  readonly pages: readonly string[];
}

const local = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Brings an origin into the form that a browser writes; throws a `UsageError` for all that is more, less or insecure. */
function canonical(text: string, option: string): string {
  const parsed = parseOrigin(text);
  if (!parsed || /^\.|\.\./.test(parsed.host))
    throw new UsageError(`--${option} wants origins like https://media.example.eu, not "${text}"`);
  const { scheme, wildcard, host, port } = parsed;
  if (scheme !== 'https:' && !local.test(host)) throw new UsageError(`--${option} wants https, not "${text}"`);
  if (wildcard && !host.includes('.')) throw new UsageError(`--${option}: "${text}" stands for everybody`);
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
  if (!plain) throw new UsageError(`--origin wants where the folder will be served, like https://video.example.eu/embed/, not "${origin}"`);
  if (url.pathname === '/' && !origin.endsWith('/')) url.pathname = '/embed/';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  // These separate directives, values and words wherever the address is written.
  if (/[;,'"\s]/.test(url.pathname)) throw new UsageError(`--origin: choose a folder without ; , and quotes`);
  return url;
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** Checks what a publisher wrote. Throws a `UsageError` for what cannot be kept. */
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

/** A frame of the page's own host with both sandbox tokens could take its sandbox off. */
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
