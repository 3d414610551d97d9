import { escapeHtml } from '../escape.js';
import type { Tier } from './plan.js';

export interface SnippetOptions {
  /** The URL of the embed page. */
  readonly url: string;
  readonly tier: Tier;
  /** The name of the frame for screen readers. Mandatory, because a screen reader cannot say otherwise what the frame contains. */
  readonly title: string;
  /** Query parameters, including `src`; an empty value means "on". */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The sandbox of each tier. */
export const sandboxes: Readonly<Record<Tier, string>> = {
  strict: 'allow-scripts',
  standard: 'allow-scripts allow-same-origin',
  cast: 'allow-scripts allow-same-origin allow-popups allow-presentation'
};

/**
 * The permissions of each tier: none that identifies or records the viewer. The origin of a strict frame is opaque, and Firefox does not
 * treat it as the origin in `src`, which has permissions by default. The star applies to every origin.
 */
export const permissions: Readonly<Record<Tier, string>> = {
  strict: 'autoplay *; fullscreen *; picture-in-picture *',
  standard: 'autoplay; fullscreen; picture-in-picture',
  cast: 'autoplay; fullscreen; picture-in-picture'
};

/** Returns the frame's URL. Slashes and colons in it stay readable, which is allowed in a query. */
export function embedUrl({ url, parameters }: Pick<SnippetOptions, 'url' | 'parameters'>): string {
  const query = Object.entries(parameters).map(([name, value]) => {
    const encoded = encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%20', '+');
    return value === '' ? name : `${name}=${encoded}`;
  });
  return query.length > 0 ? `${url}?${query.join('&')}` : url;
}

/** Returns the HTML to paste. @throws TypeError without a title */
export function snippetOf(options: SnippetOptions): string {
  const { tier, title } = options;
  if (!title.trim()) throw new TypeError('The frame needs a title for users of screen readers.');
  return `<iframe src="${escapeHtml(embedUrl(options))}" title="${escapeHtml(title)}"
  loading="lazy" referrerpolicy="no-referrer" sandbox="${sandboxes[tier]}" allow="${permissions[tier]}"
  allowfullscreen style="width:100%;aspect-ratio:16/9;border:0"></iframe>`;
}
