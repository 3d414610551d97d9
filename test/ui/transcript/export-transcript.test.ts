import { describe, expect, it } from 'vitest';
import { transcriptFile } from '../../../src/ui/transcript/export-transcript.js';

const lines = [
  { start: 0, end: 2.5, text: 'First light on the delta.' },
  { start: 3723.0004, end: 3725, text: 'a < b & c --> d' },
  { start: 4, end: 4, text: 'דלתה' }
];

describe('transcriptFile()', () => {
  it('returns a line for each cue as plain text', () => {
    expect(transcriptFile(lines, 'txt')).toBe('First light on the delta.\na < b & c --> d\nדלתה\n');
  });

  it('returns WebVTT with escaped text', () => {
    expect(transcriptFile(lines, 'vtt')).toBe(
      [
        'WEBVTT\n',
        '00:00:00.000 --> 00:00:02.500\nFirst light on the delta.\n',
        '01:02:03.000 --> 01:02:05.000\na &lt; b &amp; c --&gt; d\n',
        '00:00:04.000 --> 00:00:04.001\nדלתה\n'
      ].join('\n')
    );
  });

  it('returns a valid file when there are no lines', () => {
    expect([transcriptFile([], 'txt'), transcriptFile([], 'vtt')]).toEqual(['', 'WEBVTT\n']);
  });
});
