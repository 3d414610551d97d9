import { describe, expect, it } from 'vitest';
import { limitSimultaneousCues as limited } from '../../src/lib/simultaneous-cues.js';
import { atOnce } from '../support/at-once.js';

const limitSimultaneousCues = (text: string): string => atOnce(limited(text));

const clock = (thousandths: number): string => new Date(thousandths).toISOString().slice(11, 23);
const cue = (begin: number, end: number, text = 'a'): string => `${clock(begin)} --> ${clock(end)}\n${text}\n\n`;
const arrows = (text: string): number => text.split('-->').length - 1;

describe('limitSimultaneousCues()', () => {
  it('keeps 50,000 cues that follow each other', () => {
    const day = Array.from({ length: 50_000 }, (_, at) => cue(at * 1700, at * 1700 + 1600)).join('');
    expect(limitSimultaneousCues(day)).toBe(day);
  });

  it('keeps cues that overlap with one of the whole video, and with lyrics', () => {
    const speech = Array.from({ length: 3000 }, (_, at) => cue(at * 1000, at * 1000 + 2500)).join('');
    const lyrics = Array.from({ length: 400 }, (_, at) => cue(at * 5000, at * 5000 + 4000)).join('');
    const file = cue(0, 7_200_000) + speech + lyrics;
    expect(limitSimultaneousCues(file)).toBe(file);
  });

  it.each([
    ['with the same times', (at: number) => cue(0, 9000, `${at}`)],
    ['with the same times, without spaces and hours', (at: number) => `00:00.000-->00:09.000\n${at}\n`],
    ['with ascending starts and no end', (at: number) => cue(at, 86_000_000)],
    ['with descending starts', (at: number) => cue(40_000 - at, 80_000)]
  ])('keeps at most 50 cues %s', (_, make) => {
    const cues = Array.from({ length: 30_000 }, (__, at) => make(at)).join('');
    expect(arrows(limitSimultaneousCues(`WEBVTT\n\n${cues}`))).toBe(50);
  });
});
