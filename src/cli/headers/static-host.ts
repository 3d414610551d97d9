import type { ReservationPlan } from './plan.js';
import { accessHeaders, explanation, reservationHeaders, type Header } from './reservation-headers.js';

const comment = (lines: readonly string[]): string => lines.map((line) => `# ${line}`).join('\n');

/**
 * Returns the value of `Access-Control-Allow-Origin`. It can name one origin only, and a static host cannot choose: so it is the origin of
 * the only page that was named, `*` if several were named or a pattern, and undefined if none was.
 */
function readableBy(embeddedBy: readonly string[]): string | undefined {
  const [first, ...more] = embeddedBy;
  return more.length > 0 || first?.includes('*') ? '*' : first;
}

/** Returns the file `_headers` of static hosts such as Netlify and Cloudflare Pages, which cannot depend on the request. */
export function staticHostFiles(plan: ReservationPlan): Readonly<Record<string, string>> {
  const origin = readableBy(plan.embeddedBy);
  const access = accessHeaders.flatMap(([name, value]): Header[] => {
    if (!name.startsWith('Access-Control-')) return name === 'Vary' ? [] : [[name, value]];
    if (origin === undefined) return [];
    return [[name, name === 'Access-Control-Allow-Origin' ? origin : value]];
  });
  // The host cannot tell a URL with a token from another, so no response may be in a cache that people share.
  const headers = [...reservationHeaders(plan), ...access, ['Cache-Control', 'private, max-age=3600']];
  return {
    _headers: `${comment(explanation)}
# This file can add headers, and refuse nothing. Browsers keep <video> and <img> of other sites from using the media
# (Cross-Origin-Resource-Policy). ${sentenceAboutScripts(origin)}
# The host itself decides about signed URLs and about what its logs contain.
${plan.folders.map((folder) => `${folder}*\n${headers.map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n`).join('\n')}`
  };
}

function sentenceAboutScripts(origin: string | undefined): string {
  if (origin === '*') return 'Scripts of every site can read them, because the header can name only one origin.';
  return `Scripts of other sites cannot read them${origin === undefined ? '' : `, except those of ${origin}`}.`;
}
