import { describe, expect, it } from 'vitest';
import { contentId } from '../../../src/media/storage/content-id.js';
import {
  withChange,
  keptDays,
  withResumePoint,
  readRecord,
  today,
  type StoredPreferences
} from '../../../src/media/storage/stored-preferences.js';

const now = 20_000;
const id = 'a'.repeat(64);
const readBack = (record: unknown) => readRecord(JSON.stringify(record), now);

describe('the stored preferences', () => {
  it('are read as they were written', () => {
    const record: StoredPreferences = {
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
    expect(readBack(record)).toEqual(record);
  });

  it('expire after 180 days', () => {
    expect(keptDays).toBe(180);
    expect(readBack({ day: now - 179, level: 1 })).toEqual({ day: now - 179, level: 1 });
    expect(readBack({ day: now - 180, level: 1 })).toBe(undefined);
    const positions = { [id]: { at: 9, day: now - 180 }, ['b'.repeat(64)]: { at: 9, day: now - 179 } };
    expect(readBack({ day: now, positions })?.positions).toEqual({ ['b'.repeat(64)]: { at: 9, day: now - 179 } });
  });

  it.each([
    ['missing', null],
    ['an empty text', ''],
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['an object without a day', '{"level":1}'],
    ['of a day in the future', JSON.stringify({ day: now + 9 })],
    ['longer than the limit', JSON.stringify({ day: now, audio: 'x'.repeat(30_000) })]
  ])('are ignored when the stored text is %s', (_, text) => expect(readRecord(text, now)).toBe(undefined));

  it('lose invalid values and unknown names when they are read', () => {
    const invalidRecord = {
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
    expect(readBack(invalidRecord)).toEqual({ day: now });
    expect(readRecord(`{"day":${now},"__proto__":{"level":1}}`, now)).toEqual({ day: now });
  });

  it('have the day of the last change, and lose a value that is set to undefined', () => {
    expect(withChange({ day: 1, level: 1, rate: 2 }, { level: 0.5, rate: undefined }, now)).toEqual({ day: now, level: 0.5 });
    expect(withChange(undefined, { rate: 2 }).day).toBe(today());
  });

  it('keep the fifty newest resume points, newest first, in whole seconds', () => {
    const names = Array.from({ length: 60 }, (_, index) => index.toString(16).padStart(64, '0'));
    let record: StoredPreferences = { day: now };
    for (const name of names) record = withChange(record, { positions: withResumePoint(record, name, 12.7, now) }, now);
    expect(Object.keys(record.positions!)).toEqual(names.slice(10).reverse());
    expect(record.positions![names[59]!]).toEqual({ at: 12, day: now });
    expect(Object.keys(withResumePoint(record, names[59]!, undefined, now)!)).toHaveLength(49);
    expect(withResumePoint({ day: now, positions: { [id]: { at: 1, day: now } } }, id, undefined, now)).toBe(undefined);
  });
});

describe('contentId()', () => {
  it('is a digest of the URL without query and fragment', async () => {
    const name = await contentId(new URL('https://media.example.eu/film.m3u8?token=secret#t=9'));
    expect(name).toBe(await contentId(new URL('https://media.example.eu/film.m3u8')));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(name).not.toBe(await contentId(new URL('https://media.example.eu/other.m3u8')));
    // printf https://media.example.eu/film.m3u8 | sha256sum
    expect(name).toBe('d729649415c419d66be1bad34cf2373b74b3d221aeab2990d91d638616ca8eba');
  });
});
