import { readFile } from 'node:fs/promises';
import type { SourceType } from '../../lib/source-type.js';
import { UsageError } from '../arguments.js';
import type { Command } from '../command.js';
import { readIntegrity } from '../release/integrity.js';
import { moduleSnippet, singleScriptSnippet, type SnippetScript } from '../snippet/player-snippet.js';
import { readPage, typeHelp } from '../snippet/read-page.js';

const notes = `--folder is the URL of the folder "dist" of this release on your server; if it is on another host than the page, that host has to send
CORS headers. Without --one-script, the markup has a link for each chunk that loads before the first frame, so that the browser requests them
together with the entry. Print the markup again for each release, because the names of chunks and the hashes change.
There is no link for the manifest: the browser, and not the guard, would request it, with the cookies of the page's own host.`;

/** Prints the markup of a page that plays a source. */
export const snippet: Command = {
  name: 'snippet',
  summary: 'Prints the markup that plays a source, with the scripts that it needs.',
  usage: '--src URL [options]',
  notes,
  options: {
    src: { value: 'URL', help: 'the manifest or the file' },
    type: { value: 'TYPE', help: `${typeHelp}; without it, the extension of the URL decides` },
    folder: { value: 'URL', help: 'where the page finds the files of the player', default: '/jet-player/' },
    'one-script': { help: 'load one script for this kind of source, for servers that cannot serve a folder' },
    integrity: { help: 'add the hashes of these scripts, which the browser checks' },
    title: { value: 'TEXT', help: 'the title of the video' },
    poster: { value: 'URL', help: 'the image before the first frame' }
  },
  async run(args, output) {
    if (args.words.length > 0) throw new UsageError(`"${args.words[0]}" is not the value of any option`);
    const page = readPage(args);
    const withHash = await scriptReader(args.has('integrity'));
    if (args.has('one-script')) output.print(singleScriptSnippet(page, withHash(`jet-player.${page.type}.bundle.js`)));
    else output.print(moduleSnippet(page, withHash('jet-player.js'), (await readChunks(page.type)).map(withHash)));
    return 0;
  }
};

const ofRelease = (name: string) => new URL(`../${name}`, import.meta.url);

/** Returns a function that adds its hash to a file of the release; it throws a `UsageError` if the release has no hash of the file. */
async function scriptReader(hasIntegrity: boolean): Promise<(file: string) => SnippetScript> {
  if (!hasIntegrity) return (file) => ({ file, integrity: undefined });
  const { files } = await readIntegrity(ofRelease('integrity.json').href);
  return (file) => {
    const integrity = files[file];
    if (!integrity) throw new UsageError(`integrity.json of this release has no hash of ${file}; the release is incomplete`);
    return { file, integrity };
  };
}

/** Reads the chunks that load before the first frame of a kind of source. @throws UsageError if the release does not list them */
async function readChunks(type: SourceType): Promise<readonly string[]> {
  try {
    const chunks = JSON.parse(await readFile(ofRelease('preloads.json'), 'utf8')) as Partial<Record<SourceType, readonly string[]>>;
    if (chunks[type]) return chunks[type];
  } catch {
    // The next line reports it.
  }
  throw new UsageError('preloads.json of this release cannot be read; the release is incomplete');
}
