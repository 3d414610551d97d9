/** What is remembered of a viewer's choices. It names no film, no page and no time of day. */
export interface MemoryRecord {
  /** The day of the last change, counted from 1970; after `keptDays` all of it is forgotten. */
  readonly day: number;
  /** 0 to 1. */
  readonly level?: number;
  readonly muted?: boolean;
  /** 1 is normal. */
  readonly rate?: number;
  /** The language of the captions; null when they were switched off. */
  readonly captions?: string | null;
  /** How captions look, as the captions feature writes it. */
  readonly captionStyle?: unknown;
  /** The height of the rendition in pixels, or `auto`. */
  readonly quality?: number | 'auto';
  /** The language of the sound. */
  readonly audio?: string;
  /** Where a film was left, by its content id. */
  readonly positions?: Readonly<Record<string, Place>>;
}

/** Where a film was left. */
export interface Place {
  /** Whole seconds. */
  readonly at: number;
  readonly day: number;
}

export const keptDays = 180;
/** Films whose place is kept; the one that was left longest ago goes first. */
const mostPlaces = 50;
const longestText = 20_000;

export const today = (now = Date.now()): number => Math.floor(now / 86_400_000);

const between = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;
const language = (value: unknown): value is string => typeof value === 'string' && value.length <= 35;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Which values each key may have; whatever does not fit is left out. */
const fits: Readonly<Record<Exclude<keyof MemoryRecord, 'day' | 'positions'>, (value: unknown) => boolean>> = {
  level: (value) => between(value, 0, 1),
  muted: (value) => typeof value === 'boolean',
  rate: (value) => between(value, 0.0625, 16),
  captions: (value) => value === null || language(value),
  captionStyle: isObject,
  quality: (value) => value === 'auto' || between(value, 1, 100_000),
  audio: language
};

const isFresh = (day: unknown, now: number): day is number => between(day, now - keptDays + 1, now + 1);

function freshPlaces(written: unknown, now: number): Record<string, Place> {
  const places = isObject(written) ? (Object.entries(written) as [string, Partial<Place> | null][]) : [];
  const kept = places.filter(
    (entry): entry is [string, Place] => /^[0-9a-f]{64}$/.test(entry[0]) && isFresh(entry[1]?.day, now) && between(entry[1]?.at, 0, 1e7)
  );
  return Object.fromEntries(kept.sort(([, a], [, b]) => b.day - a.day).slice(0, mostPlaces));
}

/** Reads what was written, by whomever; undefined when there is nothing, it is too old, or it cannot be read. */
export function readRecord(text: string | null, now = today()): MemoryRecord | undefined {
  if (!text || text.length > longestText) return undefined;
  try {
    const written: unknown = JSON.parse(text);
    if (!isObject(written) || !isFresh(written['day'], now)) return undefined;
    const known = Object.entries(fits).filter(([key, fit]) => Object.hasOwn(written, key) && fit(written[key]));
    const positions = freshPlaces(written['positions'], now);
    return {
      day: written['day'],
      ...Object.fromEntries(known.map(([key]) => [key, written[key]])),
      ...(Object.keys(positions).length > 0 && { positions })
    };
  } catch {
    return undefined;
  }
}

/** The record with a change of today; an undefined value forgets its key. */
export function changed(record: MemoryRecord | undefined, change: Partial<MemoryRecord>, now = today()): MemoryRecord {
  const merged = { ...record, ...change, day: now };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as unknown as MemoryRecord;
}

/** The places with one more, or without it when `at` is undefined. */
export function placed(record: MemoryRecord | undefined, id: string, at: number | undefined, now = today()): MemoryRecord['positions'] {
  const others = Object.entries(record?.positions ?? {}).filter(([other]) => other !== id);
  const places = Object.fromEntries(at === undefined ? others : [[id, { at: Math.floor(at), day: now }], ...others]);
  return Object.keys(places).length > 0 ? freshPlaces(places, now) : undefined;
}
