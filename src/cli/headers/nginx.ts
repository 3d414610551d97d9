import { allowedOrigins, ownSites } from './allowed-sites.js';
import type { ReservationPlan } from './plan.js';
import { accessHeaders, cacheControl, explanation, refusalExplanation, reservationHeaders } from './reservation-headers.js';

const comment = (lines: readonly string[], indent = ''): string => lines.map((line) => `${indent}# ${line}`).join('\n');

/** Returns what belongs inside `http { }`: variables for the decisions, and the format of the log. */
function httpPart({ embeddedBy, log }: ReservationPlan): string {
  const others = embeddedBy.length > 0 ? `\n    "~^cross-site ${allowedOrigins(embeddedBy)}$" 0;` : '';
  const format = `
# Without addresses, query strings and referrers. nginx writes whole requests, with their queries, to its error log when a request fails.
log_format jet_media '[$time_local] "$request_method $uri $server_protocol" $status $body_bytes_sent';
`;
  return `# Inside http { }, before the server { } that includes the other file.

${comment(refusalExplanation)}
map "$http_sec_fetch_site $http_origin" $jet_media_refused {
    default 1;
    "~^${ownSites}? " 0;${others}
}

# A token in a query string belongs in no cache. Playlists change; segments and files do not.
map "$jet_media_refused $args $uri" $jet_media_cache {
    default "${cacheControl.other}";
    "~^1 " "${cacheControl.refused}";
    "~^0 [^ ]" "${cacheControl.withQuery}";
    "~\\.(m3u8|mpd)$" "${cacheControl.playlist}";
}
${log && format}`;
}

/** Returns one location of the server. */
function locationOf(folder: string, plan: ReservationPlan): string {
  const headers = [...reservationHeaders(plan), ...accessHeaders].map(([name, value]) => `    add_header ${name} "${value}" always;`);
  return `location ^~ ${folder} {
    if ($jet_media_refused) {
        return 403;
    }
${headers.join('\n')}
    add_header Cache-Control $jet_media_cache always;

    # If nginx passes the requests on to another server (proxy_pass), its own cache keeps no response to a URL with a query.
    proxy_no_cache $args;
    proxy_cache_bypass $args;
${plan.log ? `    access_log ${plan.log} jet_media;` : '    # Without an access log, nothing records who watched what. --log adds one without query strings.\n    access_log off;'}
    log_not_found off;

    # Signed URLs, with the module secure_link (its signature is MD5). The query has the time at which the URL expires, in seconds since 1970,
    # and the signature of the folder: echo -n "1893456000${folder} SECRET" | openssl md5 -binary | openssl base64 | tr +/ -_ | tr -d =
    # The player gets the query of each request from requestHook, and a new one from refreshSource after status 403.
    # secure_link $arg_token,$arg_expires;
    # secure_link_md5 "$secure_link_expires${folder} SECRET";
    # if ($secure_link = "") { return 403; }
    # if ($secure_link = "0") { return 403; }
}
`;
}

/** Returns the configuration for nginx, in two files, because nginx accepts `map` and `log_format` only outside of a server. */
export const nginxFiles = (plan: ReservationPlan): Readonly<Record<string, string>> => ({
  'nginx-http.conf': httpPart(plan),
  'nginx.conf': `# Inside server { }. A location with its own add_header lines does not inherit others, and ^~ keeps locations with patterns from replacing
# this one. If the server has a location with this path already, copy the lines into it.
${comment(explanation)}
${plan.folders.map((folder) => locationOf(folder, plan)).join('\n')}`
});
