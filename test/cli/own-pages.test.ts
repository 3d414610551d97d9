import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createDemoServer } from '../../demo/server.mjs';
import { listen } from '../../demo/server/listen.mjs';
import { runCli } from './audited.js';
import { cleanVerdict, expectCleanAudit } from './own-pages.js';
import { schemaErrorsOf } from './schema.js';
import type { Report } from '../../src/cli/audit/report.js';

describe('the audit of the project’s own pages', () => {
  const server = createDemoServer();
  let origin = '';
  beforeAll(async () => {
    origin = `http://localhost:${await listen(server, { port: 0, host: '127.0.0.1', searchFreePort: false })}`;
  });
  afterAll(() => void server.close());

  // The audits run at the same time, because most of an audit is waiting.
  it.concurrent('finds nothing on the demo page while the video plays', { timeout: 240_000 }, () => expectCleanAudit(`${origin}/`));

  it.concurrent('finds no other host in the committed report of the demo page, which is valid', () => {
    const committed = JSON.parse(readFileSync(new URL('../../demo/site/audit.json', import.meta.url), 'utf8')) as Report;
    expect(schemaErrorsOf(committed)).toEqual([]);
    expect(committed.verdict).toEqual(cleanVerdict);
    expect(committed.phases.find(({ name }) => name === 'play')?.done).toMatch(/the video played/i);
    expect(committed.hosts.map(({ own }) => own)).toEqual([true]);
  });

  it.concurrent('finds only the expected origin when the embed plays in a frame of another site', { timeout: 240_000 }, async () => {
    const frame = `<iframe src="${origin}/dist/embed/?src=/media/cmaf/master.m3u8" width="640" height="360" allow="autoplay" referrerpolicy="no-referrer"></iframe>`;
    const publisher = createServer((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 204, { 'content-type': 'text/html' }).end(request.url === '/' ? frame : '');
    });
    try {
      // 127.0.0.1 and localhost are different sites, so the frame has its own process.
      const port = await listen(publisher, { port: 0, host: '127.0.0.1', searchFreePort: false });
      const { code, stdout, stderr } = await runCli('audit', `http://127.0.0.1:${port}/`, '--json', '--watch', '3', '--expect', origin);
      expect(stderr).toMatch(/play: Clicked .* the video played/);
      const { verdict, referrers, fingerprinting } = JSON.parse(stdout) as Report;
      expect({ code, referrers, fingerprinting }).toEqual({ code: 0, referrers: [], fingerprinting: [] });
      expect(verdict.sentence).toContain(`and the expected ${new URL(origin).host}, set no cookie and stored nothing`);
    } finally {
      publisher.close();
    }
  });
});
