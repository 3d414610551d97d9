import { writeFile } from 'node:fs/promises';
import { ownValue } from '../../lib/own.js';
import { oneWord, UsageError } from '../arguments.js';
import type { Report } from '../audit/report.js';
import type { Command } from '../command.js';
import { readSource } from '../read-source.js';
import { draftRecord, type EmbedFacts } from '../record/draft.js';
import { languages } from '../record/index.js';

/** Drafts the documents that a data protection officer needs, from an audit. */
export const record: Command = {
  name: 'record',
  summary: 'Drafts the Article 30 entry, a privacy-notice paragraph and an Article 5(3) statement from an audit.',
  usage: 'AUDIT.json [options]',
  notes:
    'AUDIT.json is what "audit URL --out AUDIT.json" wrote. An incomplete audit is refused. The drafts are Markdown, marked as drafts, and are not legal advice.',
  options: {
    config: { value: 'FILE', help: 'the embed’s configuration as JSON (media, pages, tier, chromecast)' },
    lang: { value: 'CODE', default: 'en', help: `language: ${Object.keys(languages).join(', ')}` },
    out: { value: 'FILE', help: 'writes to a file instead of standard output' }
  },
  async run(args, output) {
    const source = oneWord(args, 'AUDIT.json');
    const words = ownValue(languages, args.value('lang'));
    if (!words) throw new UsageError(`--lang supports ${Object.keys(languages).join(', ')}, not "${args.value('lang')}"`);
    const report = (await readJson(source)) as Partial<Report>;
    if (report.format !== 'jet-player-audit' || report.formatVersion !== 1) throw new UsageError(`${source} is not an audit of jet-player`);
    const { incomplete = 'It was written by an older version, which did not record whether a video played.' } = report.verdict ?? {};
    if (incomplete) throw new UsageError(`no record can be drafted from ${source}. ${incomplete}`);
    const config = args.value('config');
    const embed = config ? ((await readJson(config)) as EmbedFacts) : undefined;
    const text = draftRecord(report as Report, embed, words);
    const file = args.value('out');
    if (file) await writeFile(file, `${text}\n`);
    else output.print(text);
    return 0;
  }
};

async function readJson(source: string): Promise<object> {
  const { bytes } = await readSource(source);
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The next line reports it.
  }
  throw new UsageError(`${source} is not JSON`);
}
