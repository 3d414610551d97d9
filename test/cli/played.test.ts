import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditLocally, runCli } from './audited.js';
import { videoTag, sendVideo } from './short-video.js';
import { faultsOf } from './schema.js';

/** The pages of one host: status and body. None of them leaves a trace or contacts another host. */
const pages: Readonly<Record<string, readonly [status: number, body: string]>> = {
  '/plays': [200, videoTag],
  '/plays-as-audio': [200, videoTag.replace('<video', '<audio controls').replace('</video>', '</audio>')],
  '/missing': [404, `<p>Not found</p>${videoTag}`],
  '/failing': [503, '<p>Unavailable</p>'],
  '/empty': [403, ''],
  '/moved': [200, '<script>location.replace("/missing")</script>'],
  '/without': [200, '<p>No video</p>'],
  '/broken': [200, videoTag.replace('/video', '/none')],
  // `paused` is false from the call on, although no frame ever arrives.
  '/waiting': [200, `${videoTag.replace('/video.mp4', '/never')}<script>document.querySelector('video').play()</script>`],
  '/without-source': [200, videoTag.replace('src="/video.mp4"', '')]
};

let folder = '';
/** Where the audit of a page writes its report. */
const reportOf = (path: string, type: 'json' | 'html'): string => join(folder, `${path.slice(1)}.${type}`);
const audit = (path: string, ...words: readonly string[]) =>
  auditLocally(
    `https://page.test${path}`,
    (request, response) => {
      if (sendVideo(request, response) || request.url === '/never') return;
      const [status, body] = pages[request.url ?? ''] ?? [404, ''];
      const type = { 'content-type': 'text/html; charset=utf-8' };
      response
        .writeHead(status, type)
        .end(body && `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Page</title>${body}`);
    },
    ...['--watch', '1', '--out', reportOf(path, 'json'), '--html', reportOf(path, 'html'), ...words]
  );

describe('the audit of a page on which nothing plays', () => {
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'jet-player-played-'))));

  // All at the same time, because most of an audit is waiting.
  it.concurrent.each(['/plays', '/plays-as-audio'])(
    'canary: a page that plays is clean, and a record can be drafted: %s',
    { timeout: 120_000 },
    async (path) => {
      const { code, report } = await audit(path);
      expect({ code, played: report.played, clean: report.verdict.clean }).toEqual({ code: 0, played: true, clean: true });
      expect(report.verdict.incomplete).toBe('');
      expect(await runCli('record', reportOf(path, 'json'))).toMatchObject({ code: 0, stderr: '' });
    }
  );

  it.concurrent.each([
    ['/missing', 404, 'The audit is incomplete, because the server answered with status 404.'],
    ['/failing', 503, 'The audit is incomplete, because the server answered with status 503.'],
    ['/moved', 404, 'The audit is incomplete, because the server answered with status 404.'],
    ['/without', 200, 'The audit is incomplete, because it found no video or audio element on the page.'],
    ['/broken', 200, 'The audit is incomplete, because nothing played on the page.'],
    ['/waiting', 200, 'The audit is incomplete, because nothing played on the page.'],
    ['/without-source', 200, 'The audit is incomplete, because nothing played on the page.']
  ])('exits with 2, says so in one sentence, and gives no record: %s', { timeout: 120_000 }, async (path, status, sentence) => {
    const { code, report, stderr } = await audit(path);
    expect({ code, status: report.page.status, verdict: report.verdict }).toEqual({
      ...{ code: 2, status },
      verdict: { clean: false, incomplete: sentence, sentence, unexpected: [] }
    });
    expect(report.played).toBe(path === '/missing' || path === '/moved');
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(`jet-player audit: ${sentence}`);
    expect(faultsOf(report)).toEqual([]);
    expect(await readFile(reportOf(path, 'html'), 'utf8')).toContain(`<h1 class="found">${sentence}</h1>`);
    const drafted = await runCli('record', reportOf(path, 'json'));
    expect(drafted).toMatchObject({ code: 2, stdout: '' });
    expect(drafted.stderr.trim()).toBe(`jet-player record: no record can be drafted from ${reportOf(path, 'json')}. ${sentence}`);
  });

  it.concurrent('exits with 2 if the browser wrote no network log, which has what no target reports', { timeout: 120_000 }, async () => {
    await expect(audit('/plays', `--chromium=--log-net-log=${join(folder, 'elsewhere.json')}`)).rejects.toThrow(
      'jet-player audit: the browser wrote no network log'
    );
  });

  it.concurrent('exits with 2 and one line for an error without a page', { timeout: 120_000 }, async () => {
    await expect(audit('/empty')).rejects.toThrow('cannot open https://page.test/empty: the server answered with status 403');
  });
});
