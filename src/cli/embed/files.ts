import { createHash } from 'node:crypto';
import { servers } from '../headers/servers.js';
import { reservedFolder, tdmRules, type TdmRule } from '../headers/tdmrep.js';
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
  /** The value of the parameter `ai-label`; empty when nothing in the video is generated or modified by artificial intelligence. */
  readonly aiLabel: string;
}

const integrity = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the files to serve: the page with its script and style. */
export function servedFiles(plan: EmbedPlan, { script, style }: Assets): Record<string, string | Uint8Array> {
  return {
    'index.html': pageOf(plan, { script: integrity(script), style: integrity(style) }),
    [scriptName]: script,
    [styleName]: style
  };
}

/** Returns the rules for the host of the page: for its folder, and for media on the same host. */
function ownRules({ url, media, reservation }: EmbedPlan): readonly TdmRule[] {
  const page = reservedFolder(url?.pathname ?? '/embed/', reservation?.policy);
  return reservation && url && media.includes(url.origin) ? [page, ...tdmRules(reservation)] : [page];
}

/** Returns the configuration of the hosts of the media, for each server, in a folder of its own. */
function mediaFiles({ reservation }: EmbedPlan): Record<string, string> {
  if (!reservation) return {};
  const configurations = Object.values(servers).flatMap((write) => Object.entries(write(reservation)));
  const files = [...configurations, ['tdmrep.json', json(tdmRules(reservation))] as const];
  return Object.fromEntries(files.map(([name, content]) => [`media/${name}`, content]));
}

/**
 * Returns the files that a publisher installs or pastes elsewhere: headers, snippet, oEmbed, and the reservation of text and data
 * mining for the page and for the media.
 */
export function setupFiles(plan: EmbedPlan, { src, title, aiLabel }: Example): Record<string, string> {
  const url = plan.url?.href ?? '';
  const options = { url, tier: plan.tier, title, parameters: { src, 'title-text': title, ...(aiLabel && { 'ai-label': aiLabel }) } };
  const snippet = snippetOf(options);
  return {
    ...Object.fromEntries(Object.entries(headerFiles).map(([name, write]) => [name, write(plan)])),
    'snippet.html': `${snippet}\n`,
    // A static response for one video (https://oembed.com, 2.3.4).
    'oembed.json': json({
      version: '1.0',
      type: 'video',
      title,
      provider_name: plan.url?.host,
      provider_url: plan.url?.origin,
      width: 1280,
      height: 720,
      html: snippet
    }),
    'oembed-link.html': `<link rel="alternate" type="application/json+oembed" href="${new URL('oembed.json', url || 'https://example.eu/').href}" />\n`,
    // To be served as /.well-known/tdmrep.json (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/).
    'tdmrep.json': json(ownRules(plan)),
    ...mediaFiles(plan)
  };
}
