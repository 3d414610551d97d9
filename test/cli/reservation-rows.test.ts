import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/cli/audit/build-report.js';
import { Evidence, type RecordedMedia, type ReservationFile } from '../../src/cli/audit/evidence.js';
import { mediaKindOf, recordMedia } from '../../src/cli/audit/recorders/media.js';
import { reservationRows } from '../../src/cli/audit/reservation.js';
import { matchesLocation, tdmDecision } from '../../src/cli/audit/tdm-rules.js';
import { textReport } from '../../src/cli/audit/text-report.js';
import { tdmRules } from '../../src/cli/headers/tdmrep.js';
import { findings } from './example.js';
import { schemaErrorsOf } from './schema.js';

const media = (changes: Partial<RecordedMedia> = {}): RecordedMedia => ({
  ...{ url: 'https://page.test/media/a/1.m4s?token=x', kind: 'video', reservation: '', policy: '', robots: '' },
  ...changes
});
const file = (rules: unknown): ReservationFile => ({ origin: 'https://page.test', outcome: 'read', text: JSON.stringify(rules) });
const reserved = [{ location: '/media/*', 'tdm-reservation': 1, 'tdm-policy': 'https://page.test/tdm' }];
const all = ['tdm-reservation: 1', '/.well-known/tdmrep.json', 'X-Robots-Tag: noai'];

describe('mediaKindOf()', () => {
  it.each([
    ['video/mp4', '/a', 'video'],
    ['VIDEO/MP2T; charset=x', '/a.ts', 'video'],
    ['application/vnd.apple.mpegurl', '/a', 'playlist'],
    ['application/dash+xml', '/a', 'playlist'],
    ['text/vtt; charset=utf-8', '/a', 'captions'],
    ['audio/mpegurl', '/a', 'playlist'],
    ['audio/mp4', '/a', 'audio'],
    ['image/webp', '/poster', 'image'],
    ['application/octet-stream', '/a/1.m4s?x', 'video'],
    ['text/plain', '/en.srt', 'captions'],
    ['', '/a.mpd', 'playlist'],
    ['text/html', '/a.mp4', undefined],
    ['text/plain', '/robots.txt', undefined],
    ['application/json', '/a', undefined]
  ])('of "%s" at %s is %s', (type, path, kind) => expect(mediaKindOf(type, `https://page.test${path}`)).toBe(kind));
});

describe('recordMedia()', () => {
  it('records the headers of a successful response, whatever their case', () => {
    const evidence = new Evidence();
    const headers = { 'Content-Type': 'video/mp4', 'TDM-Reservation': '1', 'X-Robots-Tag': 'noai' };
    for (const status of [206, 403]) recordMedia({ url: 'https://page.test/a.mp4', status, headers }, evidence);
    expect(evidence.media).toEqual([media({ url: 'https://page.test/a.mp4', reservation: '1', robots: 'noai' })]);
  });
});

describe('matchesLocation()', () => {
  it.each([
    ['/', '/media/a.mp4', true],
    ['/media/', '/media/a.mp4', true],
    ['/media/*', '/media/', true],
    ['/media/', '/Media/a.mp4', false],
    ['/a/*.jpg', '/a/b/c.jpg?x', true],
    ['/a/*.jpg$', '/a/b/c.jpg?x', false],
    ['/a/*.jpg$', '/a/b.jpg/c.jpg', true],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['/*/then/*/last$', '/x/then/y/last', true],
    ['/*ab*ab$', '/ab', false],
    ['/caf%C3%A9/', '/caf%c3%a9/x', true],
    ['/%61/', '/a/x', true],
    ['/foo-%24', '/foo-%24', true],
    ['', '/a', true]
  ])('of "%s" and %s is %s', (pattern, path, expected) => expect(matchesLocation(pattern, path)).toBe(expected));

  it('answers for a long pattern and a long path', () => {
    expect(matchesLocation(`/${'a*'.repeat(20_000)}b`, `/${'a'.repeat(50_000)}`)).toBe(false);
  });
});

describe('tdmDecision()', () => {
  const url = new URL('https://page.test/media/a.mp4');
  it('follows the first rule that matches', () => {
    const rules = [{ location: '/other/', 'tdm-reservation': 1 }, { location: '/media/a', 'tdm-reservation': 0 }, ...reserved];
    expect(tdmDecision(JSON.stringify(rules), url)).toEqual({ reserved: false, policy: '' });
    expect(tdmDecision(JSON.stringify(reserved), url)).toEqual({ reserved: true, policy: 'https://page.test/tdm' });
  });
  it('reads what "headers --tdmrep" writes', () => {
    const written = JSON.stringify(tdmRules({ folders: ['/media/'], policy: '' }));
    expect(tdmDecision(written, url)).toEqual({ reserved: true, policy: '' });
    expect(tdmDecision(written, new URL('https://page.test/'))).toBeUndefined();
  });
  it.each([[[]], [[{ location: '/', 'tdm-reservation': 2 }]], [[{ location: 7, 'tdm-reservation': 1 }]], [[null, 'x']]])(
    'is undefined for %j',
    (rules) => expect(tdmDecision(JSON.stringify(rules), url)).toBeUndefined()
  );
  it.each(['{}', '<html>', ''])('throws for the file "%s"', (text) => expect(() => tdmDecision(text, url)).toThrow(SyntaxError));
});

describe('reservationRows()', () => {
  it('says what is missing', () => {
    const [row] = reservationRows([media()], []);
    expect(row).toEqual({
      ...{ host: 'page.test', url: 'https://page.test/media/a/', kind: 'video', responses: 1, header: 'none', file: 'not read' },
      ...{ policy: '', robots: '', reserved: false, missing: all }
    });
    expect(reservationRows([media({ kind: 'image', robots: 'noai' })], [])[0]?.missing).toContain('X-Robots-Tag: noimageai');
  });
  it.each<[string, Partial<RecordedMedia>, ReservationFile | undefined, boolean, string[]]>([
    ['the header alone', { reservation: '1' }, undefined, true, all.slice(1)],
    ['the file alone', {}, file(reserved), true, [all[0]!, all[2]!]],
    ['everything', { reservation: '1', robots: 'noindex, NoAI' }, file(reserved), true, []],
    ['a header that supersedes the file', { reservation: '0' }, file(reserved), false, [all[0]!, all[2]!]],
    ['a header with an unknown value', { reservation: 'yes' }, file(reserved), true, [all[0]!, all[2]!]],
    ['a header that contradicts itself', { reservation: '1\n0' }, undefined, false, all],
    ['a header that is repeated', { reservation: '1, 1' }, undefined, true, all.slice(1)],
    ['a value for one robot only', { robots: 'somebot: noai' }, undefined, false, all],
    ['a file that is not JSON', {}, { ...file([]), text: '<html>' }, false, all],
    ['no file', {}, { ...file([]), outcome: 'none' }, false, all],
    ['the file of another origin', {}, { ...file(reserved), origin: 'https://other.test' }, false, all]
  ])('judges %s', (_, changes, reservationFile, isReserved, missing) => {
    const [row] = reservationRows([media(changes)], reservationFile ? [reservationFile] : []);
    expect([row?.reserved, row?.missing]).toEqual([isReserved, missing]);
  });
  it('merges the responses of a folder that say the same', () => {
    const responses = [
      media(),
      media({ url: 'https://page.test/media/a/2.m4s' }),
      media({ robots: 'noai' }),
      media({ url: 'https://page.test/b.mp4' })
    ];
    expect(reservationRows(responses, []).map((row) => row.responses)).toEqual([2, 1, 1]);
  });
});

describe('the report of an audit', () => {
  const report = buildReport(findings({ media: [media({ robots: '\u001b[31m' })], reservationFiles: [file(reserved)] }));
  it('contains the reservation as JSON and as text, and its verdict does not depend on it', () => {
    expect(schemaErrorsOf(report)).toEqual([]);
    expect(report.reservation?.[0]).toMatchObject({ reserved: true, policy: 'https://page.test/tdm' });
    expect(report.verdict.clean).toBe(true);
    const line = textReport(report)
      .split('\n')
      .find((each) => each.includes('https://page.test/media/a/ '));
    expect(line).toMatch(/video +1 +yes +none +reserved .*https:\/\/page\.test\/tdm +tdm-reservation: 1; X-Robots-Tag: noai$/);
    expect(line).not.toContain('\u001b');
  });
});
