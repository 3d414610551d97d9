import type { EmbedPlan } from './plan.js';

/** The names of the files that the page loads. */
export const scriptName = 'jet-embed.js';
export const styleName = 'jet-embed.css';

/** Google's sender script and the files that it loads itself; only the *cast* tier names it. */
const castOrigin = 'https://www.gstatic.com';

/**
 * The Content-Security-Policy of the page: only the two files and the hosts that the publisher named.
 *
 * In a sandbox the document's origin is opaque, and not every browser then matches `'self'` with the URL; so the files are named in full.
 * Media Source and the poster are `blob:` URLs that the page creates.
 */
export function cspOf({ tier, address, media }: EmbedPlan): string {
  const file = (name: string) => (address ? new URL(name, address).href : "'self'");
  const cast = tier === 'cast' ? [castOrigin] : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [file(scriptName), ...cast],
    'style-src': [file(styleName)],
    'connect-src': [...media, ...cast],
    // hls.js gives its caption tracks an empty `data:` file, which contacts no host.
    'media-src': ['blob:', 'data:', ...media],
    'img-src': ['blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    // Google's script writes script URLs as plain strings, which this would refuse.
    ...(tier === 'cast' ? {} : { 'trusted-types': ['lit-html', 'jet-player'], 'require-trusted-types-for': ["'script'"] })
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** The form for a response header, which alone can limit the pages that may embed the frame. */
export function cspHeaderOf(plan: EmbedPlan): string {
  return `${cspOf(plan)}; frame-ancestors ${plan.pages.length > 0 ? plan.pages.join(' ') : '*'}`;
}
