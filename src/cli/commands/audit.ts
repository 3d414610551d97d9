import { writeFile } from 'node:fs/promises';
import { type Arguments, oneWord, secondsOf, UsageError } from '../arguments.js';
import type { Command } from '../command.js';
import { buildReport } from '../audit/build-report.js';
import { findChromium } from '../audit/chromium.js';
import { htmlReport } from '../audit/html-report.js';
import { runAudit } from '../audit/run-audit.js';
import { textReport } from '../audit/text-report.js';
import { traceKinds } from '../audit/verdict.js';
import { ownVersion } from '../own-version.js';

/** Visits a page as a viewer would and reports which hosts it contacted and what it stored. */
export const audit: Command = {
  name: 'audit',
  summary: 'Opens a page in a real Chromium, plays its video, and reports which hosts it contacts and what it stores.',
  usage: 'URL [options]',
  notes: `The audit visits the page with an empty profile, in steps: before any click, play, seek, menus, pause, leave. It gives no consent.
Exit code 1: the page contacted another host, looked up its name or named it as a receiver of the browser's reports (NEL and others),
set a cookie, stored something, sent an identifier or made a fingerprinting call.
With --require-reservation also: a media response is not reserved from text and data mining.
--expect removes the named origins from this list, and each --allow option one kind of trace. Use them in a build.
Exit code 2: the audit could not run, or it is incomplete: the server answered with status 400 or above, the page has no video or audio
element, or nothing played. An incomplete audit is reported, but proves nothing.
After the visit, the audit itself requests /.well-known/tdmrep.json from each host that has sent media, without cookies and redirects.
The audit needs a Chromium, Chrome or Edge. CHROME_PATH can name one; otherwise the usual places are searched.`,
  options: {
    expect: { value: 'ORIGIN', list: true, help: 'origins that may be contacted besides the page’s own; write them after the URL' },
    'allow-cookies': { help: 'cookies do not change the exit code' },
    'allow-storage': { help: 'storage does not change the exit code' },
    'allow-identifiers': { help: 'possible identifiers in requests do not change the exit code' },
    'allow-fingerprinting': { help: 'calls that can tell devices apart do not change the exit code' },
    'require-reservation': { help: 'media without a reservation of text and data mining change the exit code' },
    html: { value: 'FILE', help: 'also writes a report as one HTML file that loads nothing' },
    json: { help: 'prints the report as JSON; dist/cli/report.schema.json describes it' },
    out: { value: 'FILE', help: 'also writes the JSON report to a file' },
    watch: { value: 'SECONDS', default: '6', help: 'how long to watch the video play' },
    timeout: { value: 'SECONDS', default: '180', help: 'how long the whole audit may take' },
    headed: { help: 'shows the browser’s window' },
    chromium: { value: 'SWITCH', list: true, help: 'a switch for the browser, written as --chromium=--proxy-server=...' }
  },
  async run(args, output) {
    const requested = pageUrl(oneWord(args, 'URL'));
    const expectedOrigins = args.list('expect').map(expectedOriginOf);
    const [watch, timeout] = [secondsOf(args, 'watch'), secondsOf(args, 'timeout')];
    const chromium = await findChromium();
    const { evidence, url, ...about } = await runAudit({
      url: requested,
      chromium,
      watch,
      timeout,
      headless: !args.has('headed'),
      switches: args.list('chromium'),
      progress: output.progress
    });
    const report = buildReport({ ...about, evidence, requested, page: url, tool: `jet-player ${ownVersion()}`, expected: expectedOrigins });
    const json = JSON.stringify(report, null, 2);
    await writeOutput(args, 'html', htmlReport(report));
    await writeOutput(args, 'out', json);
    output.print(args.has('json') ? json : textReport(report));
    const { incomplete, unexpected } = report.verdict;
    if (incomplete) throw new Error(incomplete);
    const traces = traceKinds.filter((kind) => report[kind].length > 0 && !args.has(`allow-${kind}`));
    const isUnreserved = args.has('require-reservation') && report.reservation?.some(({ reserved }) => !reserved);
    const unexpectedFindings = [...unexpected, ...traces, ...(isUnreserved ? ['reservation'] : [])];
    if (unexpectedFindings.length > 0) output.progress(`Not expected: ${unexpectedFindings.join(' ')}`);
    return unexpectedFindings.length > 0 ? 1 : 0;
  }
};

function pageUrl(text: string): URL {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new UsageError(`"${text}" is not the URL of a web page; it must begin with https:// or http://`);
}

function expectedOriginOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // WebRTC sockets and looked-up names have no web origin.
  if (/^(udp|tcp|dns):\/\/[^/?#]+$/.test(text) && url) return text;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin;
  throw new UsageError(`--expect expects origins such as https://cdn.example.eu, not "${text}"`);
}

async function writeOutput(args: Arguments, option: string, text: string): Promise<void> {
  const file = args.value(option);
  if (!file) return;
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${file}: ${error.code ?? error.message}`);
  });
}
