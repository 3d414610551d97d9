import { describe, expect, it } from 'vitest';
import { contentId } from '../../src/media/memory/content-id.js';
import { changed, keptDays, placed, readRecord, today, type MemoryRecord } from '../../src/media/memory/record.js';

const now = 20_000;
const id = 'a'.repeat(64);
const read = (written: unknown) => readRecord(JSON.stringify(written), now);

describe('what is remembered', () => {
  it('is read as it was written', () => {
    const record: MemoryRecord = {
      day: now,
      level: 0.4,
      muted: true,
      rate: 1.5,
      captions: null,
      captionStyle: { size: 150 },
      quality: 720,
      audio: 'nl',
      positions: { [id]: { at: 90, day: now } }
    };
    expect(read(record)).toEqual(record);
  });

  it('is forgotten after 180 days', () => {
    expect(keptDays).toBe(180);
    expect(read({ day: now - 179, level: 1 })).toEqual({ day: now - 179, level: 1 });
    expect(read({ day: now - 180, level: 1 })).toBe(undefined);
    const positions = { [id]: { at: 9, day: now - 180 }, ['b'.repeat(64)]: { at: 9, day: now - 179 } };
    expect(read({ day: now, positions })?.positions).toEqual({ ['b'.repeat(64)]: { at: 9, day: now - 179 } });
  });

  it.each([
    ['nothing', null],
    ['nothing at all', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['no day', '{"level":1}'],
    ['a day to come', JSON.stringify({ day: now + 9 })],
    ['too much', JSON.stringify({ day: now, audio: 'x'.repeat(30_000) })]
  ])('reads %s as nothing', (_, text) => expect(readRecord(text, now)).toBe(undefined));

  it('leaves out what does not fit, and what it does not know', () => {
    const strange = {
      day: now,
      level: 7,
      muted: 'yes',
      rate: 0,
      captions: 5,
      quality: 'best',
      audio: 'x'.repeat(99),
      user: 'me',
      positions: { x: 1 }
    };
    expect(read(strange)).toEqual({ day: now });
    expect(readRecord(`{"day":${now},"__proto__":{"level":1}}`, now)).toEqual({ day: now });
  });

  it('a change is of today, and undefined forgets', () => {
    expect(changed({ day: 1, level: 1, rate: 2 }, { level: 0.5, rate: undefined }, now)).toEqual({ day: now, level: 0.5 });
    expect(changed(undefined, { rate: 2 }).day).toBe(today());
  });

  it('keeps whole seconds, the newest first, and fifty films at most', () => {
    const names = Array.from({ length: 60 }, (_, index) => index.toString(16).padStart(64, '0'));
    let record: MemoryRecord = { day: now };
    for (const name of names) record = changed(record, { positions: placed(record, name, 12.7, now) }, now);
    expect(Object.keys(record.positions!)).toEqual(names.slice(10).reverse());
    expect(record.positions![names[59]!]).toEqual({ at: 12, day: now });
    expect(Object.keys(placed(record, names[59]!, undefined, now)!)).toHaveLength(49);
    expect(placed({ day: now, positions: { [id]: { at: 1, day: now } } }, id, undefined, now)).toBe(undefined);
  });
});

describe('the name of a film', () => {
  it('is a digest of its address without query and fragment', async () => {
    const name = await contentId(new URL('https://media.example.eu/film.m3u8?token=secret#t=9'));
    expect(name).toBe(await contentId(new URL('https://media.example.eu/film.m3u8')));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(name).not.toBe(await contentId(new URL('https://media.example.eu/other.m3u8')));
    // printf https://media.example.eu/film.m3u8 | sha256sum
    expect(name).toBe('d729649415c419d66be1bad34cf2373b74b3d221aeab2990d91d638616ca8eba');
  });
});
