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
const childLists = {
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
function dropInvalid(element: object, names: readonly string[], isValid: (value: unknown) => boolean): boolean {
  const properties = element as Record<string, unknown>;
  const invalidNames = names.filter((name) => Object.hasOwn(properties, name) && !isValid(properties[name]));
  for (const name of invalidNames) delete properties[name];
  return invalidNames.length > 0;
}

/** Deletes attributes in the place of child elements, and returns whether there were any. */
function dropInvalidLists(manifest: ParsedMpd): boolean {
  let hasInvalidList = false;
  const check = <Element extends object>(elements: readonly Element[], names: readonly string[]): readonly Element[] => {
    for (const element of elements) hasInvalidList = dropInvalid(element, names, Array.isArray) || hasInvalidList;
    return elements;
  };
  check([manifest], childLists.mpd);
  const periods = check(manifest.Period ?? [], childLists.period);
  const sets = check(
    periods.flatMap(({ AdaptationSet: all = [] }) => all),
    childLists.set
  );
  check(
    sets.flatMap(({ Representation: all = [] }) => all),
    childLists.representation
  );
  return hasInvalidList;
}

/**
 * Fails when an MPD has an invalid date, duration or byte range (ISO/IEC 23009-1, 5.3), or an attribute with the name of a child element.
 * dash.js and the other edits of the manifest call methods on these values without a check. An exception there would leave the viewer with
 * a player that neither plays nor reports an error.
 */
export function rejectWrongTypes(player: MediaPlayerClass, failAttempt: (error: PlayerError) => void): void {
  editManifest(player, (manifest) => {
    const hasInvalidChildList = dropInvalidLists(manifest);
    const periods = manifest.Period ?? [];
    const sets = periods.flatMap(({ AdaptationSet: all = [] }) => all);
    // dash.js reads a language such as "5" as a number.
    for (const set of sets) if (set.lang !== undefined) set.lang = String(set.lang);
    const bases = sets
      .flatMap(({ Representation: representations = [] }) => representations)
      .map(({ SegmentBase: base }) => base)
      .filter((base) => base !== undefined);
    const dropResults = [
      hasInvalidChildList,
      dropInvalid(manifest, dates, isDate),
      dropInvalid(manifest, durations, isDuration),
      ...periods.map((period) => dropInvalid(period, periodDurations, isDuration)),
      ...bases.map((base) => dropInvalid(base, ['indexRange'], isRange))
    ];
    // In a task, because dash.js still handles this manifest after the event, and would fail if it were destroyed before it has finished.
    if (dropResults.includes(true))
      setTimeout(() =>
        failAttempt(
          new PlayerError('manifest/malformed', 'The DASH manifest has an invalid attribute, such as a date, a duration or a byte range.')
        )
      );
  });
}
