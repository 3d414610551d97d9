import { beforeEach, describe, expect, it } from 'vitest';
import { Gaps, type Piece } from '../../../src/media/recovery/gaps.js';
import { HealthCounters } from '../../../src/media/recovery/health.js';
import type { PatientGuard } from '../../../src/media/recovery/patient-guard.js';

const answers = { swap: 'silence', skip: 'nothing', none: 'refusal' } as const;

const piece = (rendition: string, start: number): Piece => ({
  type: 'video',
  rendition,
  position: String(start),
  start,
  end: start + 2
});

describe('segments that are missing', () => {
  let gone = 0;
  let gaps: Gaps;
  const context = { guard: { base: new URL('https://page.example/') }, recovery: { health: new HealthCounters(), gone: () => gone++ } };
  const { guard } = context as unknown as { guard: Pick<PatientGuard, 'doWithout' | 'neighboursOf'> };

  beforeEach(() => {
    gone = 0;
    gaps = new Gaps(context as never, answers, () => 2);
  });

  it('are looked for in another rendition, and left out when they are missing there too', () => {
    gaps.announcePiece('a', piece('high', 8));
    gaps.announcePiece('b', piece('low', 8));
    expect(guard.doWithout('a')).toBe('silence');
    expect(guard.doWithout('b')).toBe('nothing');
    expect(gaps.holeEnd(7.9)).toBe(10);
    expect(gaps.holeEnd(10)).toBe(null);
  });

  it('that share a file are told apart by their bytes', () => {
    const [first, second] = ['bytes=0-99', 'bytes=100-199'].map((range) => gaps.addressOf('film.mp4', range));
    gaps.announcePiece(first!, piece('high', 0));
    gaps.announcePiece(second!, piece('high', 2));
    guard.doWithout(first!);
    expect(gaps.decisionOn(first!)).toBe('swap');
    expect(gaps.decisionOn(second!)).toBe('none');
  });

  it('one after the other are one hole, and too many of them are the end', () => {
    for (let start = 0; start <= 10; start += 2) {
      for (const rendition of ['high', 'low']) {
        gaps.announcePiece(`${rendition} ${start}`, piece(rendition, start));
        guard.doWithout(`${rendition} ${start}`);
      }
    }
    expect(gaps.holeEnd(3)).toBe(12);
    expect(gone).toBe(1);
  });

  it('are waited for where they are counted and not listed, for after one that never came there may be none as yet', () => {
    const missed = (address: string, counted: boolean) => {
      gaps.announcePiece(address, { ...piece('high', 10), counted });
      return guard.neighboursOf(address).missed;
    };
    expect(missed('c', true)).toBe(0);
    for (const rendition of ['high', 'low']) {
      gaps.announcePiece(rendition, piece(rendition, 8));
      guard.doWithout(rendition);
    }
    expect([missed('c', true), missed('d', false)]).toEqual([1, 0]);
    gaps.arrived('video');
    expect(missed('c', true)).toBe(0);
  });

  it('are the end where they are the heads of all renditions', () => {
    const head = (rendition: string) => ({ ...piece(rendition, 0), position: 'head', end: 0 });
    gaps.announcePiece('a', head('high'));
    gaps.announcePiece('b', head('low'));
    expect([guard.doWithout('a'), gone]).toEqual(['silence', 0]);
    expect([guard.doWithout('b'), gone]).toEqual(['refusal', 1]);
  });
});
