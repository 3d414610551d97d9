import { describe, expect, it } from 'vitest';
import { CacheModes } from '../../../src/media/network/cache-mode.js';

const url = (path: string) => new URL(path, 'https://media.test/');

describe('CacheModes', () => {
  it.each(['manifest', 'key', 'text', 'image', 'clock', 'license'] as const)('uses no-store for a %s request', (kind) => {
    const modes = new CacheModes();
    expect([modes.of(url('a'), kind, null), modes.of(url('a'), kind, null)]).toEqual(['no-store', 'no-store']);
  });

  it('loads a segment from the network first, and allows the cache afterwards', () => {
    const modes = new CacheModes();
    expect([modes.of(url('a'), 'segment', null), modes.of(url('a'), 'segment', null)]).toEqual(['reload', 'default']);
  });

  it('treats byte ranges of one file as separate segments', () => {
    const modes = new CacheModes();
    const first = [modes.of(url('a'), 'segment', 'bytes=0-9'), modes.of(url('a'), 'segment', 'bytes=10-19')];
    expect([...first, modes.of(url('a'), 'segment', 'bytes=0-9')]).toEqual(['reload', 'reload', 'default']);
  });

  it('forgets the oldest segments after 10,000', () => {
    const modes = new CacheModes();
    for (let index = 0; index <= 10_000; index++) modes.of(url(`${index}`), 'segment', null);
    expect([modes.of(url('0'), 'segment', null), modes.of(url('10000'), 'segment', null)]).toEqual(['reload', 'default']);
  });

  it('shares no segments with another player', () => {
    new CacheModes().of(url('a'), 'segment', null);
    expect(new CacheModes().of(url('a'), 'segment', null)).toBe('reload');
  });
});
