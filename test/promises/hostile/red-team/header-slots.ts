import type { Random } from './random.js';
import { thirdPartyHost } from './values.js';

/** One response header, and the special values that an attacker writes into it, besides the values for every slot. */
interface Header {
  readonly name: string;
  readonly specialValues?: (host: string) => readonly string[];
  /** The response statuses for which the header has a meaning; 200 by default. */
  readonly statuses?: readonly number[];
}

const header = (name: string, specialValues?: Header['specialValues'], statuses?: Header['statuses']): Header => ({
  name,
  ...(specialValues && { specialValues }),
  ...(statuses && { statuses })
});

/**
 * The response headers that are tested. These are left out: `NEL`, `Report-To` and `Reporting-Endpoints`, because no page can prevent the
 * browser from obeying them, as PRIVACY.md says; and `Connection`, `Transfer-Encoding` and `Upgrade`, because they belong to the connection
 * and not to the page.
 */
export const headers: readonly Header[] = [
  header('content-type', () => [
    'text/html',
    'text/javascript',
    'multipart/x-mixed-replace; boundary=b',
    'application/dash+xml',
    'application/vnd.apple.mpegurl',
    'video/mp4'
  ]),
  header('content-length', () => ['0', '1', '99999999999', '-1', 'abc']),
  header(
    'content-range',
    () => ['bytes 0-99/*', 'bytes 9-0/1', 'bytes */*', 'bytes 0-18446744073709551616/18446744073709551617'],
    [200, 206, 416]
  ),
  header('content-encoding', () => ['gzip', 'br', 'deflate', 'x', 'gzip, gzip'], [200]),
  header('content-disposition', () => ['attachment; filename=x.html']),
  header('content-language'),
  header('content-location', (host) => [`https://${host}/x`]),
  header('content-security-policy', (host) => [`default-src 'none'; report-uri https://${host}/csp`]),
  header('content-security-policy-report-only', (host) => [`default-src 'none'; report-uri https://${host}/csp`]),
  header(
    'location',
    (host) => [`https://${host}/media/cmaf/video-240/1.m4s`, `//${host}/x`, `/\\${host}/x`],
    [200, 201, 300, 301, 302, 303, 307, 308]
  ),
  header('refresh', (host) => [`0; url=https://${host}/refresh`, `0;https://${host}/refresh`]),
  header('link', (host) =>
    [
      'preload; as=fetch; crossorigin',
      'preload; as=image',
      'modulepreload',
      'prefetch',
      'preconnect',
      'dns-prefetch',
      'stylesheet',
      'prerender',
      'service-worker',
      'compression-dictionary'
    ].map((relation) => `<https://${host}/link>; rel=${relation}`)
  ),
  header('set-cookie', () => [
    'id=viewer-4711; Path=/; Secure; SameSite=None',
    'id=viewer-4711; Max-Age=999999',
    '__Host-id=viewer-4711; Path=/; Secure',
    'id=viewer-4711; Partitioned; Secure; SameSite=None'
  ]),
  header('etag', () => ['"viewer-4711"', 'W/"viewer-4711"']),
  header('last-modified', () => ['Thu, 01 Jan 1970 00:47:11 GMT']),
  header('cache-control', () => ['max-age=31536000, immutable', 'no-cache', 'stale-while-revalidate=9999']),
  header('expires', () => ['Thu, 31 Dec 2099 23:59:59 GMT', '0']),
  header('age', () => ['2147483648', '-1', '1e9']),
  header('date', () => ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', 'now']),
  header('pragma'),
  header('vary', () => ['*', '__proto__']),
  header('retry-after', () => ['0', '-1', '99999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'], [429, 503]),
  header('www-authenticate', () => ['Basic realm="x"', 'Digest realm="x", nonce="viewer-4711"', 'Negotiate'], [401]),
  header('proxy-authenticate', () => ['Basic realm="x"'], [407]),
  header('authentication-info'),
  header('access-control-allow-origin', (host) => ['null', '*', `https://${host}`, '*, *']),
  header('access-control-allow-credentials', () => ['true']),
  header('access-control-expose-headers', () => ['*', '__proto__']),
  header('access-control-allow-headers', () => ['*', 'cookie']),
  header('access-control-allow-methods', () => ['*']),
  header('access-control-max-age', () => ['99999999999']),
  header('timing-allow-origin', () => ['*']),
  header('cross-origin-resource-policy', () => ['same-origin', 'same-site']),
  header('cross-origin-embedder-policy', () => ['require-corp; report-to="x"']),
  header('cross-origin-opener-policy', () => ['same-origin; report-to="x"']),
  header('origin-agent-cluster', () => ['?1']),
  header('permissions-policy', () => ['autoplay=()']),
  header('referrer-policy', () => ['unsafe-url']),
  header('service-worker-allowed', () => ['/']),
  header('clear-site-data', () => ['"*"', '"cookies", "storage"', '"executionContexts"']),
  header('sourcemap', (host) => [`https://${host}/map.json`]),
  header('x-sourcemap', (host) => [`https://${host}/map.json`]),
  header('alt-svc', (host) => [`h2="${host}:443"; ma=9999; persist=1`, `h3="${host}:443"`]),
  header('strict-transport-security', () => ['max-age=99999999999; includeSubDomains']),
  header('expect-ct', (host) => [`max-age=1, report-uri="https://${host}/ct"`]),
  header('public-key-pins-report-only', (host) => [`pin-sha256="x"; report-uri="https://${host}/pins"`]),
  header('accept-ch', () => ['Sec-CH-UA-Model, Device-Memory, Downlink, RTT, DPR, Viewport-Width']),
  header('critical-ch', () => ['Sec-CH-UA-Model']),
  header('supports-loading-mode', () => ['credentialed-prerender']),
  header('speculation-rules', (host) => [`"https://${host}/rules.json"`]),
  header('use-as-dictionary', () => ['match="/*", id="viewer-4711"']),
  header('attribution-reporting-register-source', (host) => [`{"source_event_id":"4711","destination":"https://${host}"}`]),
  header('observe-browsing-topics', () => ['?1']),
  header('set-login', () => ['logged-in']),
  header('server-timing', () => ['viewer-4711;dur=1;desc="__proto__"']),
  header('x-content-type-options', () => ['nosniff']),
  header('x-frame-options', () => ['DENY']),
  header('cmsd-static', (host) => [`ot=v,sf=h,n="viewer-4711",nor="https://${host}/next"`]),
  header('cmsd-dynamic', () => ['"viewer-4711";etp=1;rtt=1;mb=1']),
  header('common-access-token', () => ['viewer-4711']),
  header('cta-common-access-token', () => ['viewer-4711']),
  header('icy-metaint', () => ['1']),
  header('x-__proto__'),
  header('__proto__'),
  header('constructor')
];

/** Returns a value with only the characters that Node.js accepts in a header; any other would be an error of the test server. */
const toHeaderText = (value: string) =>
  value.replace(/[^\t\x20-\x7e\x80-\xff]/g, (character) => encodeURIComponent(character.replace(/[\ud800-\udfff]/, '?'))).slice(0, 12_000);

/** The files whose response can have the header. */
export const carriers = ['manifest', 'init', 'segment'] as const;

/** Returns a status, the file whose response has the header, and the header with a special value or with the value for every slot. */
export function headerAttack(random: Random, { name, specialValues, statuses = [200] }: Header, commonValue: (id: string) => string) {
  const chosenValues = random.below(2) === 0 ? specialValues : undefined;
  const status = random.pick(statuses);
  return {
    status,
    carrier: random.pick(carriers),
    text: (id: string) => ({
      [name]: toHeaderText(
        chosenValues ? chosenValues(thirdPartyHost(id))[Number(id.slice(1)) % chosenValues(thirdPartyHost(id)).length]! : commonValue(id)
      )
    })
  };
}
