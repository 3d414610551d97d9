import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { auditLocally, runCli } from './audited.js';
import { schemaErrorsOf } from './schema.js';
import { sendVideo, videoTag } from './short-video.js';

/** The pages of one host, by path: status and body. None of them leaves a trace or contacts another host. */
const pages: Readonly<Record<string, readonly [status: number, body: string]>> = {
  '/plays': [200, videoTag],
  '/plays-as-audio': [200, videoTag.replace('<video', '<audio controls').replace('</video>', '</audio>')],
  '/missing': [404, `<p>Not found</p>${videoTag}`],
  '/failing': [503, '<p>Unavailable</p>'],
  '/empty': [403, ''],
  '/moved': [200, '<script>location.replace("/missing")</script>'],
  '/without': [200, '<p>No video</p>'],
  '/broken': [200, videoTag.replace('/video', '/none')],
  // After the call, `paused` is false although no frame ever arrives.
  '/waiting': [200, `${videoTag.replace('/video.mp4', '/never')}<script>document.querySelector('video').play()</script>`],
  '/without-source': [200, videoTag.replace('src="/video.mp4"', '')]
};

/** The folder to which the audits write their reports. */
export const folder = await mkdtemp(join(tmpdir(), 'jet-player-played-'));
/** The file to which the audit of a page writes its report. */
const reportFile = (path: string, type: 'json' | 'html'): string => join(folder, `${path.slice(1)}.${type}`);
/** Audits a page of the host. */
export const audit = (path: string, ...args: readonly string[]) =>
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
    ...['--watch', '1', '--out', reportFile(path, 'json'), '--html', reportFile(path, 'html'), ...args]
  );

/** Expects that the audit of a page that plays is clean, and that a record can be drafted from it. */
export async function expectClean(path: string): Promise<void> {
  const { code, report } = await audit(path);
  expect({ code, played: report.played, clean: report.verdict.clean }).toEqual({ code: 0, played: true, clean: true });
  expect(report.verdict.incomplete).toBe('');
  expect(await runCli('record', reportFile(path, 'json'))).toMatchObject({ code: 0, stderr: '' });
}

/** Expects that the audit of a page on which nothing plays exits with 2, states the reason in one sentence, and allows no record. */
export async function expectIncomplete(path: string, status: number, sentence: string): Promise<void> {
  const { code, report, stderr } = await audit(path);
  expect({ code, status: report.page.status, verdict: report.verdict }).toEqual({
    ...{ code: 2, status },
    verdict: { clean: false, incomplete: sentence, sentence, unexpected: [] }
  });
  expect(report.played).toBe(path === '/missing' || path === '/moved');
  expect(stderr.trimEnd().split('\n').at(-1)).toBe(`jet-player audit: ${sentence}`);
  expect(schemaErrorsOf(report)).toEqual([]);
  expect(await readFile(reportFile(path, 'html'), 'utf8')).toContain(`<h1 class="found">${sentence}</h1>`);
  const recordResult = await runCli('record', reportFile(path, 'json'));
  expect(recordResult).toMatchObject({ code: 2, stdout: '' });
  expect(recordResult.stderr.trim()).toBe(`jet-player record: no record can be drafted from ${reportFile(path, 'json')}. ${sentence}`);
}
