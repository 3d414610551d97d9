import { ownValue } from '../../lib/own.js';
import { typeOfMime, typeOfPath, type SourceType } from '../../lib/source-type.js';
import { UsageError, type Arguments } from '../arguments.js';
import type { SnippetPage } from './player-snippet.js';

/** The MIME types that stand for `hls` and `dash` in `--type`. */
const manifestTypes: Readonly<Record<string, string>> = { hls: 'application/vnd.apple.mpegurl', dash: 'application/dash+xml' };

/** The values of `--type`, for people. */
export const typeHelp = 'hls, dash, or the MIME type of a file such as video/mp4';

/** Resolves a URL as a page would. @throws UsageError if it is not an http(s) URL or a path */
function urlOf(option: string, value: string): URL {
  const base = 'https://page.invalid/';
  if (!value.trim()) throw new UsageError(`--${option} is missing or empty`);
  if (!URL.canParse(value, base)) throw new UsageError(`--${option} is not a URL: "${value}"`);
  const url = new URL(value, base);
  if (!url.protocol.startsWith('http')) throw new UsageError(`--${option} must be a path or an http(s) URL, not "${value}"`);
  return url;
}

/** Returns the kind of a source, and the MIME type that the tag needs; it is empty if the extension of the URL shows the kind. */
function typeOf(url: URL, option: string): { type: SourceType; mimeType: string } {
  const pathType = typeOfPath(url);
  const mimeType = ownValue(manifestTypes, option.toLowerCase()) ?? option;
  const type = mimeType ? typeOfMime(mimeType) : pathType;
  if (option && !type) throw new UsageError(`--type must be ${typeHelp}, not "${option}"`);
  if (!type) throw new UsageError(`the extension of the URL is not one of a known kind of source; add --type with ${typeHelp}`);
  if (pathType && pathType !== type) throw new UsageError(`--type ${option} does not match the extension of the URL`);
  return { type, mimeType: pathType ? '' : mimeType };
}

/** Reads the options that describe the page. @throws UsageError for a value with which the page could not play */
export function readPage(args: Arguments): SnippetPage {
  const [src, folder, poster] = [args.value('src'), args.value('folder'), args.value('poster')];
  const { type, mimeType } = typeOf(urlOf('src', src), args.value('type'));
  const { search, hash } = urlOf('folder', folder);
  if (search || hash) throw new UsageError(`--folder must be the URL of a folder, without a query: "${folder}"`);
  if (poster) urlOf('poster', poster);
  return { src, type, mimeType, folder: folder.endsWith('/') ? folder : `${folder}/`, title: args.value('title'), poster };
}
