import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/cli/audit/build-report.js';
import { commands } from '../../src/cli/commands/index.js';
import { sriOf } from '../../src/cli/release/integrity.js';
import { runCli } from './audited.js';
import { findingsOfEveryKind } from './example.js';

const demoFile = (name: string): string => fileURLToPath(new URL(`../../demo/media/${name}`, import.meta.url));
const slowTest = { timeout: 60_000 };
let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jet-player-cli-'));
  const bundle = 'const player = 1;\n';
  await writeFile(file('jet-player.bundle.js'), bundle);
  await writeFile(file('changed.js'), `${bundle}//`);
  await writeFile(
    file('integrity.json'),
    JSON.stringify({ version: '1.0.0', files: { 'jet-player.bundle.js': sriOf(Buffer.from(bundle)) } })
  );
  const report = buildReport(findingsOfEveryKind);
  await writeFile(file('audit.json'), JSON.stringify(report));
  // The audit of older versions did not record whether media played.
  await writeFile(file('older.json'), JSON.stringify({ ...report, verdict: { ...report.verdict, incomplete: undefined } }));
  await writeFile(
    file('steered.m3u8'),
    '#EXTM3U\n#EXT-X-CONTENT-STEERING:SERVER-URI="https://steer.test/"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8\n'
  );
  await writeFile(file('low.m3u8'), '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nhttps://cdn.test/1.ts\n#EXT-X-ENDLIST\n');
  await writeFile(file('page.html'), '<p>no manifest</p>');
});

describe('the command line', () => {
  it('prints help for --help and for every command with --help', slowTest, async () => {
    for (const { name, summary } of commands) {
      const { code, stdout } = await runCli(name, '--help');
      expect([name, code]).toEqual([name, 0]);
      expect(stdout).toContain(summary);
    }
    const { code, stdout } = await runCli('--help');
    expect(code).toBe(0);
    for (const { name } of commands) expect(stdout).toContain(`  ${name}`);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['adit']],
    ['an unknown option', ['audit', '--no-such']],
    ['no URL', ['audit']],
    ['a URL without a scheme', ['audit', 'page.test']],
    ['an expected origin with a path', ['audit', 'https://page.test', '--expect', 'https://page.test/path']],
    ['a page that cannot be reached', ['audit', 'http://127.0.0.1:1/', '--timeout', '50']],
    ['a missing file', ['lint', '/no/such/file.m3u8']],
    ['a file that is not a manifest', ['lint', 'PAGE']],
    ['an unknown language', ['record', 'AUDIT', '--lang', 'tlh']],
    ['a file that is not an audit report', ['record', 'INTEGRITY']],
    ['an audit of an older version', ['record', 'OLDER']],
    ['a file that contains no hashes', ['verify', 'PAGE', '--integrity', 'PAGE']]
  ])('exits with 2 and one line when it is given %s', slowTest, async (_, args) => {
    const filesByWord: Record<string, string> = {
      ...{ PAGE: file('page.html'), AUDIT: file('audit.json'), OLDER: file('older.json'), INTEGRITY: file('integrity.json') }
    };
    const { code, stdout, stderr } = await runCli(...args.map((word) => filesByWord[word] ?? word));
    const errorLines = stderr
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('jet-player'));
    expect({ code, stdout, errorLines: errorLines.length }).toEqual({ code: 2, stdout: '', errorLines: 1 });
  });

  it.each([
    ['lint', 0, () => [demoFile('cmaf/master.m3u8'), '--deep']],
    ['lint', 0, () => [demoFile('cmaf/manifest.mpd')]],
    ['lint', 1, () => [file('steered.m3u8')]],
    ['lint', 1, () => [file('low.m3u8')]],
    ['record', 0, () => [file('audit.json'), '--lang', 'nl']],
    ['verify', 0, () => [file('jet-player.bundle.js'), '--integrity', file('integrity.json')]],
    ['verify', 1, () => [file('changed.js'), '--integrity', file('integrity.json'), '--as', 'jet-player.bundle.js']]
  ] as const)('runs %s and exits with %i', slowTest, async (name, code, args) => {
    expect(await runCli(name, ...args())).toMatchObject({ code, stderr: '' });
  });

  it('lint names a file that is not a manifest by its path', slowTest, async () => {
    const { stderr } = await runCli('lint', file('page.html'));
    expect(stderr).toContain(`${file('page.html')} is neither an HLS playlist nor a DASH MPD`);
  });

  it('lint --deep reads the referenced playlists and cites the specification', slowTest, async () => {
    const { stdout } = await runCli('lint', file('steered.m3u8'), '--deep');
    for (const fact of ['https://steer.test', 'https://cdn.test', 'Read 2 manifests', 'RFC 8216']) expect(stdout).toContain(fact);
  });
});
