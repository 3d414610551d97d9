import type { EmbedPlan } from './plan.js';

/** The name of the script that the page loads. */
export const scriptName = 'jet-embed.js';

/** The name of the style sheet that the page loads. */
export const styleName = 'jet-embed.css';

/** The origin of Google's sender script and of the files that it loads. Only the policy of the *cast* tier contains it. */
const castOrigin = 'https://www.gstatic.com';

/**
 * Returns the Content Security Policy of the page, which allows only the two files and the hosts that the publisher named.
 *
 * In a sandbox, the document's origin is opaque, and not every browser then matches `'self'` with its URL, so the policy contains the full
 * URLs of the files. Media Source and the poster are `blob:` URLs that the page creates.
 */
export function cspOf({ tier, url, media }: EmbedPlan): string {
  const file = (name: string) => (url ? new URL(name, url).href : "'self'");
  const cast = tier === 'cast' ? [castOrigin] : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [file(scriptName), ...cast],
    'style-src': [file(styleName)],
    'connect-src': [...media, ...cast],
    // hls.js adds an empty `data:` file to its caption tracks, which contacts no host.
    'media-src': ['blob:', 'data:', ...media],
    'img-src': ['blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    // Google's script assigns script URLs as plain strings, which this would block.
    ...(tier === 'cast' ? {} : { 'trusted-types': ['lit-html', 'jet-player'], 'require-trusted-types-for': ["'script'"] })
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** Returns the policy for a response header. Only a header can limit the pages that may embed the frame. */
export function cspHeaderOf(plan: EmbedPlan): string {
  return `${cspOf(plan)}; frame-ancestors ${plan.pages.length > 0 ? plan.pages.join(' ') : '*'}`;
}
