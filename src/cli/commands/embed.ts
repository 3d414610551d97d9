import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../arguments.js';
import type { Command } from '../command.js';
import { readAssets } from '../embed/assets.js';
import { servedFiles, setupFiles } from '../embed/files.js';
import { planEmbed, tiers, type EmbedPlan } from '../embed/plan.js';

const notes = `The command writes DIR/index.html with its script and style, which are served as they are, and DIR/setup/ with files to copy elsewhere: the
headers for nginx, Apache, Caddy and _headers, the snippet to paste, oembed.json and tdmrep.json. DIR/setup/media/ has what "headers" writes for
the media hosts: it reserves the media and refuses pages of other sites.
The media hosts must send "Access-Control-Allow-Origin: *", because every host is cross-origin to an opaque origin.
--tier strict: the frame cannot store anything. standard: needs a host of its own. cast: allows Google's sender script in the page's policy.`;

/** Writes an embed page that is limited to given media and parent pages. */
export const embed: Command = {
  name: 'embed',
  summary: 'Writes an embed page with its Content Security Policy, its headers and its snippet.',
  usage: '--origin URL --media ORIGIN... --pages ORIGIN... --out DIR [options]',
  notes,
  options: {
    origin: { value: 'URL', help: 'the URL where DIR will be served; for an origin alone, its /embed/' },
    media: { value: 'ORIGIN', list: true, help: 'hosts that serve the media; self: the host of --origin' },
    pages: {
      value: 'ORIGIN',
      list: true,
      help: 'origins of pages that may embed and control the player; without it, any page may embed it and none may control it'
    },
    out: { value: 'DIR', help: 'the folder to write' },
    'media-folders': { value: 'PATH', list: true, help: 'folders of media on their hosts, such as /videos/; without it /media/' },
    policy: { value: 'URL', help: 'your terms for text and data mining, as a page or as JSON' },
    tier: { value: 'TIER', help: `one of ${tiers.join(', ')}`, default: 'strict' },
    src: { value: 'URL', help: 'the video of the example snippet' },
    title: { value: 'TEXT', help: 'its title', default: 'Title of the video' },
    'ai-label': { value: 'KIND', help: 'its AI label, if it is generated or modified with AI: generated or modified' }
  },
  async run(args, output) {
    if (args.words.length > 0) throw new UsageError(`"${args.words[0]}" is not the value of any option`);
    const out = args.value('out');
    if (!out) throw new UsageError('--out is missing: the folder to write');
    const plan = planEmbed({
      tier: args.value('tier'),
      origin: args.value('origin'),
      media: args.list('media'),
      pages: args.list('pages'),
      mediaFolders: args.list('media-folders'),
      policy: args.value('policy')
    });
    const src = args.value('src') || `${plan.media[0]!.replace('*', 'media')}/path/to/master.m3u8`;
    const title = args.value('title').trim();
    if (!title) throw new UsageError('--title is empty; a frame needs a name for screen readers');
    const aiLabel = args.value('ai-label');
    if (!['', 'generated', 'modified'].includes(aiLabel)) throw new UsageError('--ai-label must be "generated" or "modified"');
    const served = servedFiles(plan, await readAssets());
    const setup = setupFiles(plan, { src, title, aiLabel });
    await mkdir(join(out, 'setup', 'media'), { recursive: true });
    for (const [name, content] of Object.entries(served)) await writeFile(join(out, name), content);
    for (const [name, content] of Object.entries(setup)) await writeFile(join(out, 'setup', name), content);
    for (const line of summaryOf(plan, out)) output.print(line);
    output.print(`\n${setup['snippet.html']!.trim()}`);
    return 0;
  }
};

function summaryOf({ tier, url, media, pages }: EmbedPlan, out: string): string[] {
  return [
    `${join(out, 'index.html')}: the ${tier} page for ${url?.href}`,
    `Media: ${media.join(' ')}`,
    pages.length > 0 ? `Pages: ${pages.join(' ')}` : 'Pages: any page may embed it, none may control it',
    `Headers for your server and the rest: ${join(out, 'setup')}`,
    `Reservation of the media, for their hosts: ${join(out, 'setup', 'media')}`,
    ...(tier === 'cast'
      ? ['The policy allows https://www.gstatic.com, which is contacted only after a viewer presses Cast and consents']
      : [])
  ];
}
