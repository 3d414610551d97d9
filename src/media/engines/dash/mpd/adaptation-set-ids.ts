import type { MediaPlayerClass } from 'dashjs';
import { canonicalLanguage } from '../../../../lib/language.js';
import { editManifest, type AdaptationSet } from './parsed-mpd.js';
import { audioKind, isForced, textKind } from './roles.js';

/** The ids of the tracks for one purpose, such as Dutch subtitles. */
interface Group {
  readonly ids: Set<string>;
  /** By roles, channels and label. */
  readonly byDescription: Map<string, string>;
}

/** Sets that a `Preselection` or another set refers to by id. */
const switchingScheme = 'urn:mpeg:dash:adaptation-set-switching:2016';

/** Returns what a set is for, as a key; undefined for a set that is not listed as a track. */
function purposeOf({
  contentType,
  mimeType,
  Representation: representations,
  lang = '',
  Role: roles,
  Accessibility: accessibility
}: AdaptationSet) {
  const [type] = String(contentType ?? mimeType ?? representations?.[0]?.mimeType).split('/');
  const descriptors = { roles, accessibility };
  const kind = audioKind(descriptors);
  const language = canonicalLanguage(String(lang));
  if (type === 'audio') return JSON.stringify([type, language, kind === 'main' ? 'alternative' : kind]);
  return type === 'text' || type === 'application'
    ? JSON.stringify(['text', language, textKind(descriptors), isForced(descriptors)])
    : undefined;
}

function describe({
  Role: roles = [],
  AudioChannelConfiguration: channelConfiguration,
  Label: labels = [],
  Representation: representations
}: AdaptationSet): string {
  const channels = channelConfiguration ?? representations?.[0]?.AudioChannelConfiguration ?? [];
  const values = [roles, channels].map((descriptors) => descriptors.map(({ value }) => String(value)));
  return JSON.stringify([...values, labels.map((label) => String(typeof label === 'string' ? label : label.__text))]);
}

/**
 * Names the audio and text tracks of all periods: tracks that are the same for the viewer have the same id in every period, and others
 * never share one.
 */
class TrackIds {
  readonly #groups = new Map<string, Group>();
  readonly #usedIds = new Set<string>();
  #generatedIds = 0;

  /** Names the sets of one period. Runs in linear time. */
  name(sets: readonly AdaptationSet[]): void {
    const periodIds = new Set<string>();
    const unnamedSets: { readonly set: AdaptationSet; readonly group: Group; readonly description: string }[] = [];
    for (const set of sets) {
      const purpose = purposeOf(set);
      if (purpose === undefined) continue;
      const group: Group = this.#groups.get(purpose) ?? { ids: new Set(), byDescription: new Map() };
      this.#groups.set(purpose, group);
      const description = describe(set);
      const id = group.byDescription.get(description);
      if (id === undefined || periodIds.has(id)) unnamedSets.push({ set, group, description });
      else periodIds.add((set.id = id));
    }
    // The iterators are shared, so that no id is looked at twice.
    const iterators = new Map<Group, SetIterator<string>>();
    for (const { set, group, description } of unnamedSets) {
      const ids = iterators.get(group) ?? group.ids.values();
      iterators.set(group, ids);
      const id = this.#firstUnused(ids, periodIds) ?? this.#claim(String(set.id));
      periodIds.add((set.id = id));
      group.ids.add(id);
      if (!group.byDescription.has(description)) group.byDescription.set(description, id);
    }
  }

  #firstUnused(ids: SetIterator<string>, periodIds: ReadonlySet<string>): string | undefined {
    for (let entry = ids.next(); !entry.done; entry = ids.next()) if (!periodIds.has(entry.value)) return entry.value;
    return undefined;
  }

  /** Returns the id in the manifest, or another one when a different track has it. */
  #claim(manifestId: string): string {
    let id = manifestId;
    while (this.#usedIds.has(id)) id = `track-${this.#generatedIds++}`;
    this.#usedIds.add(id);
    return id;
  }
}

/**
 * Gives adaptation sets ids by which the player can tell tracks apart. A set without an id gets one, because dash.js labels tracks by it
 * and would label all text tracks without one `null`; and audio and text tracks keep their id over all periods, because a manifest may
 * give them others in each.
 */
export function assignAdaptationSetIds(player: MediaPlayerClass): void {
  const tracks = new TrackIds();
  editManifest(player, ({ Period: periods = [] }) => {
    for (const { AdaptationSet: sets = [], Preselection: preselections } of periods) {
      for (const [index, set] of sets.entries()) set.id ??= `set-${index}`;
      const areReferredTo =
        preselections ||
        sets.some(({ SupplementalProperty: properties = [] }) => properties.some(({ schemeIdUri }) => schemeIdUri === switchingScheme));
      if (!areReferredTo) tracks.name(sets);
    }
  });
}
