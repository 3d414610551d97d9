import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/cli/audit/build-report.js';
import { findings, request, findingsOfEveryKind } from './example.js';
import { schemaErrorsOf } from './schema.js';

describe('buildReport()', () => {
  it('states in one sentence that nothing was found', () => {
    const { verdict } = buildReport(findings());
    expect(verdict).toEqual({
      clean: true,
      incomplete: '',
      sentence: 'In this visit the page contacted no host but its own (page.test), set no cookie and stored nothing in the browser.',
      unexpected: []
    });
  });

  it('states in one sentence what was found', () => {
    expect(buildReport(findingsOfEveryKind).verdict.sentence).toBe(
      'In this visit the page contacted 2 other hosts (cdn.test and stats.test), 1 of them before any click, set 1 cookie (uid), ' +
        'stored 1 entry in the browser (localStorage plyr), stored and removed 1 entry, sent 1 possible identifier and made 1 call that can tell devices apart.'
    );
  });

  it.each([
    ['the server answered with status 404', { status: 404 }],
    ['it found no video or audio element on the page', { foundMedia: false, played: false }],
    ['nothing played on the page', { played: false }]
  ])('begins the sentence with the reason why the audit is incomplete when %s', (reason, evidence) => {
    const incomplete = `The audit is incomplete, because ${reason}.`;
    expect(buildReport(findings(evidence)).verdict).toEqual({ clean: false, incomplete, sentence: incomplete, unexpected: [] });
    const { sentence } = buildReport({ ...findingsOfEveryKind, evidence: { ...findingsOfEveryKind.evidence, ...evidence } }).verdict;
    expect(sentence.startsWith(`${incomplete} In this visit the page contacted 2 other hosts`)).toBe(true);
  });

  it('counts the requests to each host, the page’s own host first', () => {
    const { hosts } = buildReport(findingsOfEveryKind);
    expect(hosts.map(({ host, requests, bytes }) => [host, requests, bytes])).toEqual([
      ['page.test', 1, 10],
      ['cdn.test', 2, 2000],
      ['stats.test', 1, 10]
    ]);
    expect(hosts[1]).toMatchObject({
      own: false,
      scripts: 2,
      withCredentials: 0,
      referrer: 'origin',
      initiators: ['https://page.test/app.js:7']
    });
    expect(hosts[2]).toMatchObject({ phases: ['leave'], withCredentials: 1, referrer: 'full' });
  });

  it('lists blocked requests and does not count their hosts as contacted', () => {
    const report = buildReport(findingsOfEveryKind);
    expect(report.requests.filter(({ host }) => host === 'blocked.test')).toMatchObject([{ outcome: 'blocked', reason: 'csp' }]);
    expect(report.requests.filter(({ host }) => host === 'cached.test')).toEqual([]);
  });

  it('matches expected origins by scheme, host and port, including WebSockets', () => {
    const requests = [request('https://cdn.test/a'), request('wss://cdn.test/b'), request('https://cdn.test:8443/c')];
    const { verdict, hosts } = buildReport(findings({ requests }, { expected: ['https://cdn.test'] }));
    expect(verdict.unexpected).toEqual(['https://cdn.test:8443']);
    expect(hosts.map(({ host, expected }) => [host, expected])).toEqual([
      ['cdn.test', true],
      ['cdn.test:8443', false]
    ]);
  });

  it('counts the requested and the final host of a redirect as the page’s own, and no host in between', () => {
    const requests = ['https://short.test/', 'https://hop.test/', 'https://www.test/'].map((url) => request(url, { type: 'Document' }));
    const report = buildReport(findings({ requests }, { requested: new URL('https://short.test/'), page: new URL('https://www.test/') }));
    expect(report.hosts.filter(({ own }) => !own).map(({ host }) => host)).toEqual(['hop.test']);
  });

  it('truncates values and removes credentials and fragments', () => {
    const url = 'https://name:secret@a.test/p?token=abcdefghijklmnopqrstuvwxyz#fragment-secret';
    const text = JSON.stringify(buildReport(findings({ requests: [request(url)] })));
    expect(text).toContain('token=abcdef… (26 characters)');
    expect(text).not.toMatch(/secret|uvwxyz/);
  });

  it.each([
    ['clean', findings()],
    ['tracked', findingsOfEveryKind]
  ])('follows the published schema: %s', (_, input) => expect(schemaErrorsOf(JSON.parse(JSON.stringify(buildReport(input))))).toEqual([]));

  it('canary: the schema refuses an unknown property and an unknown version', () => {
    const report = { ...buildReport(findings()), formatVersion: 2, surprise: true };
    expect(schemaErrorsOf(report)).toEqual(['$.surprise is unknown', '$.formatVersion is not 1']);
  });
});
