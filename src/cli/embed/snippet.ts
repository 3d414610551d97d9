import { escapeHtml } from './escape.js';
import type { Tier } from './plan.js';

export interface SnippetOptions {
  /** Where the embed page is served. */
  readonly address: string;
  readonly tier: Tier;
  /** What a screen reader calls the frame. Mandatory: a frame without a name is a closed door. */
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
 * What the frame may do; nothing that identifies, nothing that records. A strict frame's origin is opaque, and to Firefox it is then
 * not the origin in `src`, to which these are given by default; the star stands for whatever the frame is.
 */
export const permissions: Readonly<Record<Tier, string>> = {
  strict: 'autoplay *; fullscreen *; picture-in-picture *',
  standard: 'autoplay; fullscreen; picture-in-picture',
  cast: 'autoplay; fullscreen; picture-in-picture'
};

/** The frame's address; slashes and colons stay readable, which a query allows. */
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
  if (!title.trim()) throw new TypeError('The frame needs a title, for those who hear the page.');
  return `<iframe src="${escapeHtml(addressOf(options))}" title="${escapeHtml(title)}"
  loading="lazy" referrerpolicy="no-referrer" sandbox="${sandboxes[tier]}" allow="${permissions[tier]}"
  allowfullscreen style="width:100%;aspect-ratio:16/9;border:0"></iframe>`;
}
