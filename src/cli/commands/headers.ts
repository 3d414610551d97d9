import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownValue } from '../../lib/own.js';
import { UsageError, type Arguments } from '../arguments.js';
import type { Command } from '../command.js';
import { planReservation, type ReservationPlan } from '../headers/plan.js';
import { servers } from '../headers/servers.js';
import { tdmRules } from '../headers/tdmrep.js';

const names = Object.keys(servers).join(', ');

/** Writes what reserves media from text and data mining. */
export const headers: Command = {
  name: 'headers',
  summary: 'Writes the server configuration that reserves video, captions and images from text and data mining.',
  usage: '--server SERVER [options], or --tdmrep [options]',
  notes: `The configuration reserves the folders of media (TDM Reservation Protocol), refuses pages of other sites, and keeps tokens in query strings
out of access logs and shared caches. Put captions, transcripts, thumbnails and posters into these folders too.
A reservation is a statement, and no barrier. Refusing other sites stops pages in browsers, and not programs that forge headers.
On a host that also serves pages, name the folders of media only: links from other sites to anything in these folders are refused.
--embedded-by allows pages of other sites. Requests of their scripts say from which page they come, so the player works there; those of
their <video> and <img> do not, and are refused. null allows the strict embed page, and any other sandboxed frame with it.`,
  options: {
    server: { value: 'SERVER', help: `one of ${names}` },
    media: { value: 'PATH', list: true, help: 'folders of media on this host, such as /videos/; without it /media/' },
    policy: { value: 'URL', help: 'your terms for text and data mining, as a page or as JSON' },
    'embedded-by': { value: 'ORIGIN', list: true, help: 'other sites whose pages may play the media; null: the strict embed page' },
    noindex: { help: 'also asks search engines not to index the media' },
    log: { value: 'FILE', help: 'an access log on the server, without query strings; without it, the media get none' },
    tdmrep: { help: 'prints the file /.well-known/tdmrep.json of the host instead' },
    out: { value: 'DIR', help: 'writes the configuration and tdmrep.json to a folder instead of printing' }
  },
  async run(args, output) {
    if (args.words.length > 0) throw new UsageError(`"${args.words[0]}" is not the value of any option`);
    const plan = planReservation({
      media: args.list('media'),
      policy: args.value('policy'),
      noindex: args.has('noindex'),
      embeddedBy: args.list('embedded-by'),
      log: args.value('log')
    });
    const files = filesOf(args, plan);
    const out = args.value('out');
    if (!out) {
      output.print(Object.values(files).join('\n').trimEnd());
      return 0;
    }
    await mkdir(out, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(out, name), content);
      output.print(join(out, name));
    }
    return 0;
  }
};

/** Returns the files to print or to write. @throws UsageError if the options name no server, or an unknown one */
function filesOf(args: Arguments, plan: ReservationPlan): Readonly<Record<string, string>> {
  const rules = { 'tdmrep.json': `${JSON.stringify(tdmRules(plan), null, 2)}\n` };
  const server = args.value('server');
  if (args.has('tdmrep')) {
    if (server) throw new UsageError('--tdmrep is the same for every server; leave out --server');
    return rules;
  }
  const write = ownValue(servers, server);
  if (!write) throw new UsageError(server ? `--server is one of ${names}, not "${server}"` : `--server is missing: one of ${names}`);
  return { ...write(plan), ...(args.value('out') ? rules : {}) };
}
