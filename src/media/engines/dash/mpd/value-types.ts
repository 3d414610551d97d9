import type { MediaPlayerClass } from 'dashjs';
import { PlayerError } from '../../../error.js';
import { editManifest, type ParsedMpd } from './parsed-mpd.js';

const dates = ['availabilityStartTime', 'availabilityEndTime'];
const durations = [
  'mediaPresentationDuration',
  'minimumUpdatePeriod',
  'minBufferTime',
  'timeShiftBufferDepth',
  'suggestedPresentationDelay',
  'maxSegmentDuration'
];
const periodDurations = ['start', 'duration'];

/**
 * The child elements that this player reads, by parent. dash.js keeps attributes in the same object, so an attribute can replace a list.
 */
const lists = {
  mpd: ['Period', 'Location', 'UTCTiming'],
  period: ['AdaptationSet', 'EventStream', 'Preselection'],
  set: [
    'Representation',
    'Role',
    'Accessibility',
    'AudioChannelConfiguration',
    'SupplementalProperty',
    'ContentProtection',
    'InbandEventStream',
    'Label'
  ],
  representation: ['AudioChannelConfiguration', 'ContentProtection', 'InbandEventStream']
} as const;

const isDate = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());
const isDuration = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isRange = (value: unknown): boolean => typeof value === 'string' && /^\d{1,16}-\d{1,16}$/.test(value);

/** Deletes the values of the wrong type, and returns whether there were any. */
function dropWrong(element: object, names: readonly string[], isValid: (value: unknown) => boolean): boolean {
  const values = element as Record<string, unknown>;
  const wrong = names.filter((name) => Object.hasOwn(values, name) && !isValid(values[name]));
  for (const name of wrong) delete values[name];
  return wrong.length > 0;
}

/** Deletes attributes in the place of child elements, and returns whether there were any. */
function dropWrongLists(manifest: ParsedMpd): boolean {
  let found = false;
  const check = <Element extends object>(elements: readonly Element[], names: readonly string[]): readonly Element[] => {
    for (const element of elements) found = dropWrong(element, names, Array.isArray) || found;
    return elements;
  };
  check([manifest], lists.mpd);
  const periods = check(manifest.Period ?? [], lists.period);
  const sets = check(
    periods.flatMap(({ AdaptationSet: all = [] }) => all),
    lists.set
  );
  check(
    sets.flatMap(({ Representation: all = [] }) => all),
    lists.representation
  );
  return found;
}

/**
 * Fails when an MPD has an invalid date, duration or byte range (ISO/IEC 23009-1, 5.3), or an attribute with the name of a child element.
 * dash.js and the other edits of the manifest call methods on any value there, and the exception would leave the viewer with a player that
 * neither plays nor reports an error.
 */
export function rejectWrongTypes(player: MediaPlayerClass, fail: (error: PlayerError) => void): void {
  editManifest(player, (manifest) => {
    const hasWrongList = dropWrongLists(manifest);
    const periods = manifest.Period ?? [];
    const sets = periods.flatMap(({ AdaptationSet: all = [] }) => all);
    // dash.js reads a language such as "5" as a number.
    for (const set of sets) if (set.lang !== undefined) set.lang = String(set.lang);
    const bases = sets
      .flatMap(({ Representation: representations = [] }) => representations)
      .map(({ SegmentBase: base }) => base)
      .filter((base) => base !== undefined);
    const found = [
      hasWrongList,
      dropWrong(manifest, dates, isDate),
      dropWrong(manifest, durations, isDuration),
      ...periods.map((period) => dropWrong(period, periodDurations, isDuration)),
      ...bases.map((base) => dropWrong(base, ['indexRange'], isRange))
    ];
    // dash.js continues to process the manifest until its events are over.
    if (found.includes(true))
      setTimeout(() =>
        fail(
          new PlayerError('manifest/malformed', 'The DASH manifest has an invalid attribute, such as a date, a duration or a byte range.')
        )
      );
  });
}
