import type { SourceType } from '../../lib/source-type.js';
import { escapeHtml } from '../escape.js';

/** The video of a page, and where the page finds the player. */
export interface SnippetPage {
  readonly src: string;
  readonly type: SourceType;
  /** The MIME type of the source; empty if the extension of its URL shows its kind. */
  readonly mimeType: string;
  /** The URL of the folder with the files of the player; ends with a slash. */
  readonly folder: string;
  /** Empty without one. */
  readonly title: string;
  /** The URL of the poster; empty without one. */
  readonly poster: string;
}

/** A script of the release that the markup loads. */
export interface SnippetScript {
  /** Its path from `dist/`. */
  readonly file: string;
  /** Its hash in the form of Subresource Integrity; undefined if the markup contains none. */
  readonly integrity: string | undefined;
}

/** Returns the attributes of an element as markup, without those that have no value. */
const attributesOf = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${escapeHtml(value)}"` : ''))
    .join('');

/** Returns the markup of the tag. */
const tagOf = ({ src, mimeType, poster, title }: SnippetPage): string =>
  `<jet-player${attributesOf({ src, type: mimeType, poster, 'title-text': title })}></jet-player>`;

/** Returns markup that plays a source with a single script. A script of another host needs CORS for its hash to be checked. */
export const singleScriptSnippet = (page: SnippetPage, { file, integrity }: SnippetScript): string =>
  `<script${attributesOf({ src: page.folder + file, integrity, crossorigin: integrity && 'anonymous' })} defer></script>\n\n${tagOf(page)}`;

/**
 * Returns markup that plays a source with the modules: the entry, and a link for each chunk that loads before the first frame. The entry is
 * first, because the chunks are needed only after it.
 */
export function moduleSnippet(page: SnippetPage, entry: SnippetScript, chunks: readonly SnippetScript[]): string {
  const { folder } = page;
  const links = chunks.map(({ file, integrity }) => `<link rel="modulepreload"${attributesOf({ href: folder + file, integrity })} />`);
  const script = `<script type="module"${attributesOf({ src: folder + entry.file, integrity: entry.integrity })}></script>`;
  return [script, ...links, '', tagOf(page)].join('\n');
}
