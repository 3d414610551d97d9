import { cspHeaderOf } from './csp.js';
import type { EmbedPlan } from './plan.js';

/** What the frame can never have, whatever the page around it allows; `encrypted-media` among it, as no DRM is built in. */
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

/** The response headers of the folder, in the order in which they are written. */
export function headersOf(plan: EmbedPlan): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', cspHeaderOf(plan)],
    ['Permissions-Policy', denied.map((feature) => `${feature}=()`).join(', ')],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Robots-Tag', 'noai, noimageai'],
    ['tdm-reservation', '1'],
    // An opaque origin is another origin even to this host; without these two its own files would be refused to the page.
    ['Access-Control-Allow-Origin', '*'],
    ['Cross-Origin-Resource-Policy', 'cross-origin']
  ];
}

const folderOf = ({ address }: EmbedPlan): string => address?.pathname ?? '/embed/';

const written = (plan: EmbedPlan, line: (name: string, value: string) => string): string =>
  headersOf(plan)
    .map(([name, value]) => line(name, value))
    .join('\n');

/** The same headers for each server, by the name of the file that holds them. */
export const headerFiles: Readonly<Record<string, (plan: EmbedPlan) => string>> = {
  'nginx.conf': (plan) => `# Inside server { }. A location has only the headers that it names itself.
location ${folderOf(plan)} {
${written(plan, (name, value) => `    add_header ${name} "${value}" always;`)}
}
`,
  'apache.htaccess': (plan) => `# As .htaccess in the folder of the embed page, or in <Directory>. Needs mod_headers.
${written(plan, (name, value) => `Header always set ${name} "${value}"`)}
`,
  Caddyfile: (plan) => `# Inside the block of the site.
header ${folderOf(plan)}* {
${written(plan, (name, value) => `\t${name} "${value}"`)}
}
`,
  _headers: (plan) => `${folderOf(plan)}*
${written(plan, (name, value) => `  ${name}: ${value}`)}
`
};
