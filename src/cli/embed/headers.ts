import { cspHeaderOf } from './csp.js';
import type { EmbedPlan } from './plan.js';

/** Features that the frame can never use, whatever the page around it allows. It needs no `encrypted-media`, because nothing in it sets `drm`. */
const denied = [
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
 * Headers by which a host asks the browser for reports, to itself or to others; a content delivery network may add them. The folder is
 * served without them, because the page's Content Security Policy does not cover reports, and a script cannot stop them.
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

/** Ends Network Error Logging of this host in the browser, whichever response started it. */
const endOfLogging = ['NEL', '{"max_age":0}'] as const;

/** The response headers of the folder, in output order. */
export function headersOf(plan: EmbedPlan): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', cspHeaderOf(plan)],
    ['Permissions-Policy', denied.map((feature) => `${feature}=()`).join(', ')],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Robots-Tag', 'noai, noimageai'],
    ['tdm-reservation', '1'],
    // An opaque origin is another origin even to this host; without these two the browser would refuse the page its own files.
    ['Access-Control-Allow-Origin', '*'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    endOfLogging
  ];
}

const folderOf = ({ address }: EmbedPlan): string => address?.pathname ?? '/embed/';

/** A value that contains double quotes is written in single ones. */
const quoted = (value: string): string => (value.includes('"') ? `'${value}'` : `"${value}"`);

const removed = (line: (name: string) => string): string => reportingHeaders.map(line).join('\n');

const written = (plan: EmbedPlan, line: (name: string, value: string) => string): string =>
  headersOf(plan)
    .map(([name, value]) => line(name, value))
    .join('\n');

/** The same headers for each server, by the name of the file that contains them. */
export const headerFiles: Readonly<Record<string, (plan: EmbedPlan) => string>> = {
  'nginx.conf': (plan) => `# Inside server { }. A location has only the headers that it names itself.
location ${folderOf(plan)} {
${written(plan, (name, value) => `    add_header ${name} ${quoted(value)} always;`)}
    # No reports; these lines matter where the folder comes from another server (proxy_pass).
${removed((name) => `    proxy_hide_header ${name};`)}
    proxy_hide_header ${endOfLogging[0]};
}
`,
  'apache.htaccess': (plan) => `# As .htaccess in the folder of the embed page, or in <Directory>. Needs mod_headers.
${written(plan, (name, value) => `Header always set ${name} ${quoted(value)}`)}
# No reports. Apache keeps two tables of headers, and one can stand in either.
${removed((name) => `Header onsuccess unset ${name}\nHeader always unset ${name}`)}
Header onsuccess unset ${endOfLogging[0]}
`,
  // Caddy takes braces for a placeholder unless a backslash precedes them.
  Caddyfile: (plan) => `# Inside the block of the site.
header ${folderOf(plan)}* {
${written(plan, (name, value) => `\t${name} "${value.replaceAll(/["{}]/g, '\\$&')}"`)}
${removed((name) => `\t-${name}`)}
}
`,
  _headers: (plan) => `${folderOf(plan)}*
${written(plan, (name, value) => `  ${name}: ${value}`)}
`
};
