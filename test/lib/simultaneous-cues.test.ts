import { describe, expect, it } from 'vitest';
import { limitSimultaneousCues as limitInSlices } from '../../src/lib/simultaneous-cues.js';
import { runWithoutPauses } from '../support/run-without-pauses.js';

const limitSimultaneousCues = (text: string): string => runWithoutPauses(limitInSlices(text));

const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(11, 23);
/** A cue with these times in milliseconds. */
const cue = (start: number, end: number, text = 'a'): string => `${timestamp(start)} --> ${timestamp(end)}\n${text}\n\n`;
const countCues = (text: string): number => text.split('-->').length - 1;

describe('limitSimultaneousCues()', () => {
  it('keeps 50,000 cues that follow each other', () => {
    const file = Array.from({ length: 50_000 }, (_, index) => cue(index * 1700, index * 1700 + 1600)).join('');
    expect(limitSimultaneousCues(file)).toBe(file);
  });

  it('keeps cues that overlap with a cue of the whole video and with the cues of lyrics', () => {
    const speech = Array.from({ length: 3000 }, (_, index) => cue(index * 1000, index * 1000 + 2500)).join('');
    const lyrics = Array.from({ length: 400 }, (_, index) => cue(index * 5000, index * 5000 + 4000)).join('');
    const file = cue(0, 7_200_000) + speech + lyrics;
    expect(limitSimultaneousCues(file)).toBe(file);
  });

  it.each([
    ['with the same times', (index: number) => cue(0, 9000, `${index}`)],
    ['with the same times, without spaces and hours', (index: number) => `00:00.000-->00:09.000\n${index}\n`],
    ['with ascending starts and no end', (index: number) => cue(index, 86_000_000)],
    ['with descending starts', (index: number) => cue(40_000 - index, 80_000)]
  ])('keeps at most 50 cues %s', (_, cueAt) => {
    const cues = Array.from({ length: 30_000 }, (__, index) => cueAt(index)).join('');
    expect(countCues(limitSimultaneousCues(`WEBVTT\n\n${cues}`))).toBe(50);
  });
});
