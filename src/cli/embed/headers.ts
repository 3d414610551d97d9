import { reservationHeaders } from '../headers/reservation-headers.js';
import { cspHeaderOf } from './csp.js';
import type { EmbedPlan } from './plan.js';

/**
 * Features that the frame cannot use, even if the page around it allows them. It does not need `encrypted-media`, because nothing sets
 * `drm`.
 */
const deniedFeatures = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
  'browsing-topics',
  'ch-ua-arch',
  'ch-ua-bitness',
  'ch-ua-full-version-list',
  'ch-ua-model',
  'ch-ua-platform-version'
];

/**
 * Headers with which a host asks the browser to send reports, to the host itself or to others. A content delivery network may add them.
 * They are removed, because the page's Content Security Policy does not apply to reports, and a script cannot stop them.
 */
export const reportingHeaders = [
  'Report-To',
  'Reporting-Endpoints',
  'Content-Security-Policy-Report-Only',
  'Cross-Origin-Embedder-Policy-Report-Only',
  'Cross-Origin-Opener-Policy-Report-Only',
  'Document-Policy-Report-Only',
  'Integrity-Policy-Report-Only',
  'Permissions-Policy-Report-Only'
];

/** Ends Network Error Logging for this host in the browser, even if another response has started it. */
const endOfLogging = ['NEL', '{"max_age":0}'] as const;

/** Returns the response headers of the folder, in the order of the output. */
export function headersOf(plan: EmbedPlan): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', cspHeaderOf(plan)],
    ['Permissions-Policy', deniedFeatures.map((feature) => `${feature}=()`).join(', ')],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ...reservationHeaders(plan.reservation ?? {}),
    // Every host is cross-origin to an opaque origin, even this one. Without these two headers, the page could not load its own files.
    ['Access-Control-Allow-Origin', '*'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    endOfLogging
  ];
}

const folderOf = ({ url }: EmbedPlan): string => url?.pathname ?? '/embed/';

/** Quotes a value: with single quotes if it contains double quotes. */
const quote = (value: string): string => (value.includes('"') ? `'${value}'` : `"${value}"`);

const linesToRemove = (line: (name: string) => string): string => reportingHeaders.map(line).join('\n');

const linesToSet = (plan: EmbedPlan, line: (name: string, value: string) => string): string =>
  headersOf(plan)
    .map(([name, value]) => line(name, value))
    .join('\n');

/** Writes the same headers for each server, by the name of the configuration file. */
export const headerFiles: Readonly<Record<string, (plan: EmbedPlan) => string>> = {
  'nginx.conf': (plan) => `# Inside server { }. A location with its own add_header lines does not inherit others.
location ${folderOf(plan)} {
${linesToSet(plan, (name, value) => `    add_header ${name} ${quote(value)} always;`)}
    # No reports. These lines are needed if the folder comes from another server (proxy_pass).
${linesToRemove((name) => `    proxy_hide_header ${name};`)}
    proxy_hide_header ${endOfLogging[0]};
}
`,
  'apache.htaccess': (plan) => `# As .htaccess in the folder of the embed page, or in <Directory>. Needs mod_headers.
${linesToSet(plan, (name, value) => `Header always set ${name} ${quote(value)}`)}
# No reports. Apache has two tables of headers, and a header can be in either.
${linesToRemove((name) => `Header onsuccess unset ${name}\nHeader always unset ${name}`)}
Header onsuccess unset ${endOfLogging[0]}
`,
  // Caddy interprets braces as a placeholder unless a backslash precedes them.
  Caddyfile: (plan) => `# Inside the block of the site.
header ${folderOf(plan)}* {
${linesToSet(plan, (name, value) => `\t${name} "${value.replaceAll(/["{}]/g, '\\$&')}"`)}
${linesToRemove((name) => `\t-${name}`)}
}
`,
  _headers: (plan) => `${folderOf(plan)}*
${linesToSet(plan, (name, value) => `  ${name}: ${value}`)}
`
};
