import { escapeHtml } from './escape.js';
import type { Tier } from './plan.js';

export interface SnippetOptions {
  /** The URL of the embed page. */
  readonly address: string;
  readonly tier: Tier;
  /** The name of the frame for screen readers. Mandatory: without it, a screen reader cannot say what the frame contains. */
  readonly title: string;
  /** Query parameters, `src` among them; an empty value is "on". */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The sandbox of each tier. */
export const sandboxes: Readonly<Record<Tier, string>> = {
  strict: 'allow-scripts',
  standard: 'allow-scripts allow-same-origin',
  cast: 'allow-scripts allow-same-origin allow-popups allow-presentation'
};

/**
 * Permissions of the frame: none that identifies, none that records. A strict frame's origin is opaque, and Firefox then does not treat it
 * as the origin in `src`, to which permissions are given by default; the star applies to whatever origin the frame has.
 */
export const permissions: Readonly<Record<Tier, string>> = {
  strict: 'autoplay *; fullscreen *; picture-in-picture *',
  standard: 'autoplay; fullscreen; picture-in-picture',
  cast: 'autoplay; fullscreen; picture-in-picture'
};

/** The frame's URL; slashes and colons stay readable, which a query allows. */
export function addressOf({ address, parameters }: Pick<SnippetOptions, 'address' | 'parameters'>): string {
  const query = Object.entries(parameters).map(([name, value]) => {
    const written = encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%20', '+');
    return value === '' ? name : `${name}=${written}`;
  });
  return query.length > 0 ? `${address}?${query.join('&')}` : address;
}

/** The HTML to paste. Throws a `TypeError` without a title. */
export function snippetOf(options: SnippetOptions): string {
  const { tier, title } = options;
  if (!title.trim()) throw new TypeError('The frame needs a title for users of screen readers.');
  return `<iframe src="${escapeHtml(addressOf(options))}" title="${escapeHtml(title)}"
  loading="lazy" referrerpolicy="no-referrer" sandbox="${sandboxes[tier]}" allow="${permissions[tier]}"
  allowfullscreen style="width:100%;aspect-ratio:16/9;border:0"></iframe>`;
}
