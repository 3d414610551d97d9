/** The stored preferences of a viewer. They name no media, no page and no time of day. */
export interface StoredPreferences {
  /** The day of the last change, in days since 1970; the record expires after `keptDays`. */
  readonly day: number;
  /** 0 to 1. */
  readonly level?: number;
  readonly muted?: boolean;
  /** 1 is normal speed. */
  readonly rate?: number;
  /** The language of the captions; null when the viewer turned them off. */
  readonly captions?: string | null;
  /** The caption style, in the format of the captions feature. */
  readonly captionStyle?: unknown;
  /** The height of the rendition in pixels, or `auto`. */
  readonly quality?: number | 'auto';
  /** Takes precedence over `quality`. */
  readonly dataSaver?: boolean;
  /** The language of the audio track. */
  readonly audio?: string;
  /** Resume points by content id. */
  readonly positions?: Readonly<Record<string, ResumePoint>>;
}

/** The playback position at which the viewer stopped. */
export interface ResumePoint {
  /** Whole seconds. */
  readonly at: number;
  readonly day: number;
}

export const keptDays = 180;
/** Maximum number of resume points; the oldest is removed first. */
const maxResumePoints = 50;
const maxTextLength = 20_000;

export const today = (now = Date.now()): number => Math.floor(now / 86_400_000);

const between = (value: unknown, min: number, max: number): value is number => typeof value === 'number' && value >= min && value <= max;
const isLanguage = (value: unknown): value is string => typeof value === 'string' && value.length <= 35;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Checks the value of each key; invalid values are left out. */
const validators: Readonly<Record<Exclude<keyof StoredPreferences, 'day' | 'positions'>, (value: unknown) => boolean>> = {
  level: (value) => between(value, 0, 1),
  muted: (value) => typeof value === 'boolean',
  rate: (value) => between(value, 0.0625, 16),
  captions: (value) => value === null || isLanguage(value),
  captionStyle: isObject,
  quality: (value) => value === 'auto' || between(value, 1, 100_000),
  dataSaver: (value) => typeof value === 'boolean',
  audio: isLanguage
};

const isFresh = (day: unknown, now: number): day is number => between(day, now - keptDays + 1, now + 1);

function freshResumePoints(stored: unknown, now: number): Record<string, ResumePoint> {
  const entries = isObject(stored) ? (Object.entries(stored) as [string, Partial<ResumePoint> | null][]) : [];
  const validEntries = entries.filter(
    (entry): entry is [string, ResumePoint] =>
      /^[0-9a-f]{64}$/.test(entry[0]) && isFresh(entry[1]?.day, now) && between(entry[1]?.at, 0, 1e7)
  );
  return Object.fromEntries(validEntries.sort(([, a], [, b]) => b.day - a.day).slice(0, maxResumePoints));
}

/** Parses a stored record without trusting it. Returns undefined when it is missing, too old or invalid. */
export function readRecord(text: string | null, now = today()): StoredPreferences | undefined {
  if (!text || text.length > maxTextLength) return undefined;
  try {
    const stored: unknown = JSON.parse(text);
    if (!isObject(stored) || !isFresh(stored['day'], now)) return undefined;
    const validEntries = Object.entries(validators).filter(([key, fit]) => Object.hasOwn(stored, key) && fit(stored[key]));
    const positions = freshResumePoints(stored['positions'], now);
    return {
      day: stored['day'],
      ...Object.fromEntries(validEntries.map(([key]) => [key, stored[key]])),
      ...(Object.keys(positions).length > 0 && { positions })
    };
  } catch {
    return undefined;
  }
}

/** Returns the record with `change` applied and today's date; an undefined value removes its key. */
export function withChange(record: StoredPreferences | undefined, change: Partial<StoredPreferences>, now = today()): StoredPreferences {
  const merged = { ...record, ...change, day: now };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as unknown as StoredPreferences;
}

/** Returns the resume points with `id` set to `at` in seconds, or without `id` when `at` is undefined. */
export function withResumePoint(
  record: StoredPreferences | undefined,
  id: string,
  at: number | undefined,
  now = today()
): StoredPreferences['positions'] {
  const otherPoints = Object.entries(record?.positions ?? {}).filter(([other]) => other !== id);
  const points = Object.fromEntries(at === undefined ? otherPoints : [[id, { at: Math.floor(at), day: now }], ...otherPoints]);
  return Object.keys(points).length > 0 ? freshResumePoints(points, now) : undefined;
}
