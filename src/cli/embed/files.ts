import { createHash } from 'node:crypto';
import { scriptName, styleName } from './csp.js';
import { headerFiles } from './headers.js';
import { pageOf } from './page.js';
import type { EmbedPlan } from './plan.js';
import { snippetOf } from './snippet.js';

/** The two files that every embed page loads. */
export interface Assets {
  readonly script: Uint8Array;
  readonly style: Uint8Array;
}

/** The video of the example snippet. */
interface Example {
  readonly src: string;
  readonly title: string;
}

const integrity = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The page with its script and style: the files to serve. */
export function servedFiles(plan: EmbedPlan, { script, style }: Assets): Record<string, string | Uint8Array> {
  return {
    'index.html': pageOf(plan, { script: integrity(script), style: integrity(style) }),
    [scriptName]: script,
    [styleName]: style
  };
}

/** Files that a publisher installs or pastes on other servers: headers, the snippet, oEmbed and the text-and-data-mining reservation. */
export function setupFiles(plan: EmbedPlan, { src, title }: Example): Record<string, string> {
  const address = plan.address?.href ?? '';
  const options = { address, tier: plan.tier, title, parameters: { src, 'title-text': title } };
  const snippet = snippetOf(options);
  return {
    ...Object.fromEntries(Object.entries(headerFiles).map(([name, write]) => [name, write(plan)])),
    'snippet.html': `${snippet}\n`,
    // https://oembed.com, section 2.3.4; a static answer for one video.
    'oembed.json': json({
      version: '1.0',
      type: 'video',
      title,
      provider_name: plan.address?.host,
      provider_url: plan.address?.origin,
      width: 1280,
      height: 720,
      html: snippet
    }),
    'oembed-link.html': `<link rel="alternate" type="application/json+oembed" href="${new URL('oembed.json', address || 'https://example.eu/').href}" />\n`,
    // https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/ ; belongs to /.well-known/.
    'tdmrep.json': json([{ location: `${plan.address?.pathname ?? '/embed/'}*`, 'tdm-reservation': 1 }])
  };
}
