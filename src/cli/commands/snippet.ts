import { readFile } from 'node:fs/promises';
import { UsageError } from '../arguments.js';
import type { Command } from '../command.js';
import { isSourceType, playerSnippet, sourceTypeOf, sourceTypes, type Release } from '../snippet/player-snippet.js';

const notes = `Without --one-script, --folder is the folder "dist" of this release on your server; the markup starts the requests for all chunks that the
source needs at once. Make the markup again for each release, because the names of chunks and the hashes change.
There is no preload of the manifest: the browser would send it with cookies and a referrer, which the player never does.`;

/** Prints the markup of a page that plays a source. */
export const snippet: Command = {
  name: 'snippet',
  summary: 'Prints the markup that plays a source, with the scripts it needs.',
  usage: '--src URL [options]',
  notes,
  options: {
    src: { value: 'URL', help: 'the manifest or the file' },
    type: { value: 'TYPE', help: `one of ${sourceTypes.join(', ')}; without it, the extension of the URL decides` },
    folder: { value: 'URL', help: 'where the page finds the files of the player', default: '/jet-player/' },
    'one-script': { help: 'a single script for this kind of source, for servers that cannot serve a folder' },
    integrity: { help: 'with the hash of each script, which the browser then checks' },
    title: { value: 'TEXT', help: 'the title of the video' },
    poster: { value: 'URL', help: 'the image before the first frame' }
  },
  async run(args, output) {
    if (args.words.length > 0) throw new UsageError(`"${args.words[0]}" is not the value of any option`);
    const src = args.value('src');
    if (!src) throw new UsageError('--src is missing: the URL of the manifest or the file');
    const type = args.value('type') || sourceTypeOf(src);
    if (!type) throw new UsageError('the URL does not show the kind of source; --type names it');
    if (!isSourceType(type)) throw new UsageError(`--type must be one of ${sourceTypes.join(', ')}`);
    const folder = args.value('folder');
    const page = {
      src,
      type,
      folder: folder.endsWith('/') ? folder : `${folder}/`,
      title: args.value('title'),
      poster: args.value('poster')
    };
    const form = { isOneScript: args.has('one-script'), hasIntegrity: args.has('integrity') };
    output.print(playerSnippet(page, form, await readRelease()));
    return 0;
  }
};

/** Reads what the build wrote about its files. @throws UsageError if the player is not built */
async function readRelease(): Promise<Release> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(`../${name}`, import.meta.url), 'utf8'));
  try {
    const [preloads, { files }] = (await Promise.all([read('preloads.json'), read('integrity.json')])) as [
      Release['preloads'],
      { files: Release['hashes'] }
    ];
    return { preloads, hashes: files };
  } catch {
    throw new UsageError('the files of the release are missing; run "npm run build" first');
  }
}
