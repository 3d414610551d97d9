import { describe, expect, it } from 'vitest';
import { collectorsIn } from '../../src/policy/reporting-headers.js';

const collectorsOf = (headers: Record<string, string>) => collectorsIn(new Headers(headers), 'https://media.test/film/1.m4s');
/** A group of the Report-To header. */
const reportToGroup = (...urls: string[]) => JSON.stringify({ group: 'x', max_age: 60, endpoints: urls.map((url) => ({ url })) });

describe('collectorsIn()', () => {
  it.each<[string, Record<string, string>, readonly string[] | undefined]>([
    ['no header', {}, undefined],
    ['Report-To', { 'report-to': reportToGroup('https://a.test/r?x=1', 'https://b.test/r') }, ['https://a.test', 'https://b.test']],
    [
      'several groups',
      { 'report-to': `${reportToGroup('https://a.test/r')}, ${reportToGroup('https://b.test/r')}` },
      ['https://a.test', 'https://b.test']
    ],
    ['one collector twice', { 'report-to': reportToGroup('https://a.test/1', 'https://a.test/2') }, ['https://a.test']],
    ['a path on the host itself', { 'report-to': reportToGroup('/r') }, ['https://media.test']],
    ['NEL without its collector', { nel: '{"report_to":"x","max_age":60}' }, []],
    ['NEL and Report-To', { nel: '{"report_to":"x","max_age":60}', 'report-to': reportToGroup('https://a.test/r') }, ['https://a.test']],
    [
      'Reporting-Endpoints',
      { 'reporting-endpoints': 'default="https://a.test/r", b="https://b.test:8443/r";x' },
      ['https://a.test', 'https://b.test:8443']
    ],
    ['quoted quotes', { 'reporting-endpoints': 'a="https://a.test/\\"r"' }, ['https://a.test']],
    [
      'headers that remove collectors',
      { nel: '{"max_age":0}', 'report-to': '{"group":"x","max_age":0,"endpoints":[{"url":"https://a.test/r"}]}' },
      undefined
    ],
    [
      'invalid URLs and other schemes',
      { 'report-to': reportToGroup('http://', 'javascript:1', 'data:,x'), 'reporting-endpoints': 'a="http://"' },
      undefined
    ]
  ])('reads the collectors from %s', (_, headers, expected) => expect(collectorsOf(headers)).toEqual(expected));

  it.each([
    '{',
    'null',
    '1',
    '"x"',
    '[]',
    '{"endpoints":null}',
    '{"endpoints":{}}',
    '{"endpoints":[null,1,[],{"url":1},{"url":null}]}',
    '{"__proto__":{"endpoints":[{"url":"https://a.test/"}]}}',
    '"',
    '"\\',
    `${'['.repeat(8000)}`,
    `{"endpoints":${'['.repeat(4000)}${']'.repeat(4000)}}`,
    'x'.repeat(100_000)
  ])('ignores malformed text: %#', (value) => {
    for (const name of ['report-to', 'reporting-endpoints', 'nel']) expect([undefined, []]).toContainEqual(collectorsOf({ [name]: value }));
    expect('endpoints' in {}).toBe(false);
  });

  it('ignores a polluted prototype', () => {
    Object.defineProperty(Object.prototype, 'endpoints', { configurable: true, value: [{ url: 'https://evil.test/' }] });
    try {
      expect(collectorsOf({ 'report-to': '{"group":"x","max_age":60}' })).toBeUndefined();
    } finally {
      delete (Object.prototype as { endpoints?: unknown }).endpoints;
    }
  });

  it('ignores a header that is longer than the limit, and returns at most 32 collectors', () => {
    expect(collectorsOf({ 'report-to': reportToGroup(`https://a.test/${'r'.repeat(20_000)}`) })).toBeUndefined();
    const many = Array.from({ length: 200 }, (_, index) => `https://h${index}.test/`);
    expect(collectorsOf({ 'report-to': reportToGroup(...many) })).toHaveLength(32);
    expect(collectorsOf({ 'reporting-endpoints': many.map((url, index) => `e${index}="${url}"`).join() })).toHaveLength(32);
  });
});
