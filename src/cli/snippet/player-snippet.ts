import { escapeHtml } from '../embed/escape.js';

/** The kinds of source for which a release has a single script and a list of chunks. */
export const sourceTypes = ['hls', 'dash', 'file'] as const;
export type SourceType = (typeof sourceTypes)[number];

/** What a build wrote about its files. */
export interface Release {
  /** The chunks that load before the first frame, by paths from `dist/` (`preloads.json`). */
  readonly preloads: Readonly<Record<SourceType, readonly string[]>>;
  /** The hash of each file, in the form of Subresource Integrity, by path from `dist/` (`integrity.json`). */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The video of a page. */
export interface SnippetPage {
  readonly src: string;
  readonly type: SourceType;
  /** The URL of the folder with the files of the player; ends with a slash. */
  readonly folder: string;
  /** Empty without one. */
  readonly title: string;
  /** The URL of the poster; empty without one. */
  readonly poster: string;
}

/** How the markup loads the player. */
export interface SnippetForm {
  /** Whether it loads the single script for the kind of source instead of modules. */
  readonly isOneScript: boolean;
  readonly hasIntegrity: boolean;
}

export const isSourceType = (name: string): name is SourceType => sourceTypes.some((type) => type === name);

/** Returns the kind of source that the extension of a URL shows, ignoring its query; undefined without an extension. */
export function sourceTypeOf(src: string): SourceType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(new URL(src, 'https://page.invalid/').pathname)?.[1]?.toLowerCase();
  if (!extension) return undefined;
  if (extension === 'mpd') return 'dash';
  return ['m3u8', 'm3u'].includes(extension) ? 'hls' : 'file';
}

/** Returns the attributes of an element as markup, without those that have an empty value. */
const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');

/** Returns the markup that loads the player and plays a source. */
export function playerSnippet(page: SnippetPage, { isOneScript, hasIntegrity }: SnippetForm, { preloads, hashes }: Release): string {
  const { src, type, folder, title, poster } = page;
  const integrityOf = (file: string) => (hasIntegrity ? ` integrity="${hashes[file]}"` : '');
  const script = `jet-player.${type}.bundle.js`;
  const links = preloads[type].map((file) => `<link rel="modulepreload"${attributesOf({ href: folder + file })}${integrityOf(file)} />`);
  // The entry is first, because the others are needed only after it.
  const scripts = isOneScript
    ? [`<script${attributesOf({ src: folder + script })}${integrityOf(script)} defer></script>`]
    : [`<script type="module"${attributesOf({ src: `${folder}jet-player.js` })}${integrityOf('jet-player.js')}></script>`, ...links];
  // Without an extension, the player would fetch the beginning of the source to find its type.
  const mimeType = sourceTypeOf(src) === type ? '' : mimeTypes[type];
  return [...scripts, '', `<jet-player${attributesOf({ src, type: mimeType, poster, 'title-text': title })}></jet-player>`].join('\n');
}

const mimeTypes: Readonly<Record<SourceType, string>> = {
  hls: 'application/vnd.apple.mpegurl',
  dash: 'application/dash+xml',
  file: 'video/mp4'
};
