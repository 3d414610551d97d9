import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { probes } from '../../src/cli/audit/recorders/probe-script.js';
import type { Report } from '../../src/cli/audit/report.js';
import { otherHosts } from './audited.js';
import { schemaErrorsOf } from './schema.js';
import { auditTracesPage, expectOneTrace, lastLine, representativeOption } from './traces.js';

/** The probes that the page does not call, because no known player uses the battery status. */
const notCalled = ['getBattery'];

describe('the audit of a page with one trace of each kind', () => {
  let report: Report;
  let code: number;
  let stderr: string;
  let html: string;

  beforeAll(async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'jet-player-report-')), 'report.html');
    const args = ['--html', file, '--expect', 'https://pixel.test', 'https://elsewhere.test'];
    ({ report, code, stderr } = await auditTracesPage(...args));
    html = existsSync(file) ? await readFile(file, 'utf8') : '';
  }, 240_000);

  it('finds cookies, including HttpOnly cookies and those of a frame', () => {
    const ownCookies = report.cookies.filter(({ domain }) => domain.includes('traces.test'));
    expect(
      ownCookies.map(({ name, httpOnly, refused }) => ({ name, httpOnly, refused })).sort((a, b) => a.name.localeCompare(b.name))
    ).toEqual([
      { name: 'by-script', httpOnly: false, refused: false },
      { name: 'by-server', httpOnly: true, refused: false }
    ]);
    expect(report.cookies.map(({ name }) => name)).toContain('framed');
    expect(JSON.stringify(report)).not.toContain('1234567890');
  });

  it('finds web storage, databases, caches and service workers', () => {
    const entries = report.storage.map(({ kind, name, removed }) => `${kind} ${name}${removed ? ' removed' : ''}`).sort();
    expect(entries).toEqual([
      'Cache cache',
      'IndexedDB database',
      'localStorage kept',
      'localStorage probe removed',
      'service worker /service-worker.js',
      'sessionStorage visit'
    ]);
  });

  it('finds fingerprinting calls in the page, in a frame of another site and in a worker, each with its caller', () => {
    const calledApis = new Set(report.fingerprinting.map(({ api }) => api));
    expect([...calledApis].sort()).toEqual([...new Set(probes.map(({ api }) => api))].filter((api) => !notCalled.includes(api)).sort());
    const callerHosts = (api: string): string[] =>
      report.fingerprinting.filter((call) => call.api === api).map(({ caller }) => new URL(caller).host);
    expect(callerHosts('canvas.toDataURL').sort()).toEqual(['frame.test', 'traces.test']);
    expect(callerHosts('OffscreenCanvas.getImageData')).toEqual(['traces.test']);
    expect(report.fingerprinting.find(({ api }) => api === 'WebGL.getParameter')?.detail).toBe('UNMASKED_RENDERER_WEBGL');
    expect(report.fingerprinting.find(({ api }) => api === 'userAgentData.getHighEntropyValues')?.detail).toBe('architecture,model');
  });

  it('finds identifiers and referrers', () => {
    expect(report.identifiers.map(({ kind, host }) => `${kind} ${host}`).sort()).toEqual([
      'cmcd traces.test',
      'page-url pixel.test',
      'uuid pixel.test'
    ]);
    expect(report.referrers).toEqual(expect.arrayContaining([{ host: 'pixel.test', level: 'origin', requests: 1 }]));
  });

  it('lists a request that the content security policy blocked, and does not count its host', () => {
    expect(otherHosts(report)).toEqual(['frame.test', 'pixel.test']);
    expect(report.requests.filter(({ host }) => host === 'stopped.test').map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
      'blocked: csp connect-src'
    ]);
  });

  it('fails for the one origin that is not in --expect, and for every kind of trace', () => {
    expect({ code, unexpected: report.verdict.unexpected }).toEqual({ code: 1, unexpected: ['https://frame.test'] });
    expect(lastLine(stderr)).toBe('Not expected: https://frame.test cookies storage identifiers fingerprinting');
  });

  it.concurrent(
    `fails for one kind of trace when every origin is expected and the other kinds are allowed: without ${representativeOption}`,
    { timeout: 120_000 },
    () => expectOneTrace(representativeOption)
  );

  it('writes the same verdict with --html, and JSON that follows the schema', () => {
    expect(schemaErrorsOf(report)).toEqual([]);
    expect(html).toContain('<h1 class="found">In this visit the page contacted 1 other host (frame.test)');
  });
});
