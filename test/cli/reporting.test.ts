import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/cli/audit/build-report.js';
import { receiversIn } from '../../src/cli/audit/recorders/reporting.js';
import { findings } from './example.js';

const base = 'https://page.test/film';
const receiversOf = (headers: Record<string, string>) => receiversIn(headers, base).map(({ url, header }) => `${header} ${url}`);
/** A group of the Report-To header. */
const groupOf = (name: string, ...urls: string[]) => JSON.stringify({ group: name, max_age: 1, endpoints: urls.map((url) => ({ url })) });

describe('receiversIn()', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['no reporting header', { 'content-type': 'text/html' }, []],
    [
      'NEL with the group of Report-To',
      { NEL: '{"report_to":"n","max_age":1}', 'Report-To': groupOf('n', 'https://nel.test/r') },
      ['Report-To https://nel.test/r', 'NEL https://nel.test/r']
    ],
    [
      'two Report-To headers, joined by a comma or by a line break',
      {
        'report-to': [
          `${groupOf('a', 'https://a.test/')}, ${groupOf('b', 'https://b.test/', 'https://c.test/')}`,
          groupOf('d', 'https://d.test/')
        ].join('\n')
      },
      ['Report-To https://a.test/', 'Report-To https://b.test/', 'Report-To https://c.test/', 'Report-To https://d.test/']
    ],
    [
      'Reporting-Endpoints, and the policies that name a group of it',
      {
        'reporting-endpoints': 'main="https://main.test/r", other="/own"',
        'cross-origin-opener-policy': 'same-origin; report-to="main"',
        'content-security-policy': "default-src 'self'; report-to main"
      },
      [
        'Reporting-Endpoints https://main.test/r',
        'Reporting-Endpoints https://page.test/own',
        'Content-Security-Policy https://main.test/r',
        'Cross-Origin-Opener-Policy https://main.test/r'
      ]
    ],
    [
      'report-uri, in each of several policies',
      {
        'Content-Security-Policy-Report-Only': "img-src 'none'; REPORT-URI https://a.test/1 /own, default-src 'self';report-uri //b.test/2"
      },
      [
        'Content-Security-Policy-Report-Only https://a.test/1',
        'Content-Security-Policy-Report-Only https://page.test/own',
        'Content-Security-Policy-Report-Only https://b.test/2'
      ]
    ],
    [
      'malformed headers',
      { 'report-to': '{"endpoints":7}, 1', nel: '{', 'reporting-endpoints': 'x=y', 'content-security-policy': 'report-uri' },
      []
    ],
    ['a Report-To header that is not JSON', { 'report-to': '<b>' }, []],
    ['URLs that are not HTTP(S)', { 'reporting-endpoints': 'a="data:,x", b="javascript:1"' }, []]
  ])('reads the receivers from %s', (_, headers, expected) => expect(receiversOf(headers)).toEqual(expected));
});

describe('buildReport() with receivers of reports', () => {
  const reportingEvidence = { url: 'https://nel.test/r', from: 'https://cdn.test/a.mp4', header: 'NEL', phase: 'play' as const };

  it('lists the receivers, and names them in the verdict', () => {
    const { verdict, reporting } = buildReport(findings({ reporting: [reportingEvidence] }));
    expect(verdict).toMatchObject({ clean: false, unexpected: ['https://nel.test'] });
    expect(verdict.sentence).toBe('In this visit the page had the browser’s reports directed to 1 other host (nel.test).');
    expect(reporting).toEqual([
      {
        ...{ host: 'nel.test', url: 'https://nel.test/r', expected: false, headers: ['NEL'], from: ['cdn.test'] },
        ...{ phase: 'play', deliveries: 0 }
      }
    ]);
  });

  it('accepts a receiver that is expected or is the page’s own host', () => {
    expect(buildReport(findings({ reporting: [reportingEvidence] }, { expected: ['https://nel.test'] })).verdict).toMatchObject({
      clean: true,
      unexpected: []
    });
    const own = buildReport(findings({ reporting: [{ ...reportingEvidence, url: 'https://page.test/r' }] }));
    expect(own).toMatchObject({ verdict: { clean: true }, reporting: [] });
  });
});
