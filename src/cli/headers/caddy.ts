import { allowedOrigins, ownSites } from './allowed-sites.js';
import type { ReservationPlan } from './plan.js';
import { accessHeaders, cacheControl, explanation, refusalExplanation, reservationHeaders } from './reservation-headers.js';

const comment = (lines: readonly string[]): string => lines.map((line) => `# ${line}`).join('\n');

/** The log of the site, which Caddy cannot limit to a folder. */
const logOf = (file: string): string => `# The log of the whole site, without addresses, query strings and the headers of requests.
log {
	output file ${file}
	format filter {
		wrap json
		fields {
			request>uri regexp "\\?.*" ""
			request>remote_ip delete
			request>client_ip delete
			request>remote_port delete
			request>headers delete
			resp_headers delete
		}
	}
}
`;

/** Returns the configuration for Caddy, which interprets braces as a placeholder; no value contains any. */
export function caddyFiles(plan: ReservationPlan): Readonly<Record<string, string>> {
  const paths = plan.folders.map((folder) => `${folder}*`).join(' ');
  const headers = [...reservationHeaders(plan), ...accessHeaders].map(([name, value]) => `\t${name} "${value}"`);
  const others = plan.embeddedBy.length > 0 ? `\n\tnot header_regexp Origin \`^${allowedOrigins(plan.embeddedBy)}$\`` : '';
  return {
    Caddyfile: `# Inside the block of the site.
${comment(refusalExplanation)}
@jetMediaRefused {
	path ${paths}
	header Sec-Fetch-Site *
	not header_regexp Sec-Fetch-Site \`^${ownSites}$\`${others}
}
# It comes before the other headers, because the first of several deferred values is the one that is sent.
header @jetMediaRefused {
	defer
	Cache-Control "${cacheControl.refused}"
}
respond @jetMediaRefused 403

${comment(explanation)}
@jetMedia path ${paths}
header @jetMedia {
	defer
${headers.join('\n')}
	Cache-Control {jet_media_cache}
}

# A token in a query string belongs in no cache. Playlists change; segments and files do not.
map "{query} {path}" {jet_media_cache} {
	"~^[^ ]" "${cacheControl.withQuery}"
	"~\\.(m3u8|mpd)$" "${cacheControl.playlist}"
	default "${cacheControl.other}"
}

# Signed URLs: Caddy contains no module that checks them. A content delivery network in front of it may.
${plan.log ? logOf(plan.log) : '# Caddy keeps no access log unless you ask for one. --log adds one without query strings.\n'}`
  };
}
