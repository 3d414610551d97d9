import type { MediaPlayerClass } from 'dashjs';
import { CueLimit } from '../../../../lib/cue-limit.js';
import { limitNesting } from '../../../../lib/cue-nesting.js';
import type { TrackElements, VideoModel } from './track-elements.js';

/** A cue as the text parsers of dash.js produce it. */
interface ParsedCue {
  readonly start: number;
  readonly end: number;
  readonly data?: string;
  readonly styles?: Partial<VTTCue>;
}

/** The part of dash.js's `TextTracks` of a period that is replaced here; an index is that of the track. */
interface TextTracks {
  createTracks(): void;
  getTextTrackInfos(): readonly { readonly id: string | number }[];
  deleteAllTextTracks(): void;
}

interface TextTracksConfig {
  readonly videoModel: VideoModel;
  /** A period; its times are in seconds. */
  readonly streamInfo: {
    readonly id: string;
    readonly start: number;
    readonly duration: number;
    readonly manifestInfo: { readonly isDynamic: boolean };
  };
}

/** The part of dash.js's buffer controller for a text track in one file that is used here. */
interface TextFile {
  getIsBufferingCompleted(): boolean;
  /** Whether the file has been fetched. */
  appendInitSegmentFromCache(representationId: string): boolean;
}

interface Chunk {
  readonly representation: { readonly mediaInfo: { readonly id: string | number | null } };
}

/** The part of dash.js's `TextSourceBuffer` that is replaced here. */
interface TextSourceBuffer {
  append(bytes: ArrayBuffer, chunk: Chunk): void;
}

/** The largest gap between the two halves of a cue that was split at a segment boundary. */
const maxGapSeconds = 0.002;

const keyOf = ({ startTime, endTime, text }: VTTCue): string => [startTime, endTime, text].join();

/** Holds the cues of one text track without duplicates, in any mode of the track. */
class CueStore {
  readonly #track: TextTrack;
  /** By the key of each parsed cue, the cue in the track; for the second half of a split cue, the cue into which it was merged. */
  readonly #cues = new Map<string, VTTCue>();
  readonly #limit = new CueLimit();
  #lastCue: VTTCue | undefined;

  constructor(track: TextTrack) {
    this.#track = track;
  }

  add({ start, end, data, styles }: ParsedCue, offset: number): void {
    if (!data || !(end > start)) return;
    const [startTime, endTime] = [start + offset, end + offset];
    if (!this.#limit.admits({ startTime, endTime, text: data })) return;
    const cue = Object.assign(new VTTCue(startTime, endTime, limitNesting(data)), styles);
    const key = keyOf(cue);
    if (this.#cues.has(key)) return;
    if (this.#lastCue?.text === cue.text && Math.abs(this.#lastCue.endTime - cue.startTime) < maxGapSeconds)
      this.#lastCue.endTime = cue.endTime;
    else this.#track.addCue((this.#lastCue = cue));
    this.#cues.set(key, this.#lastCue);
  }

  /** Adds the cues again that the browser has removed. */
  restore(): void {
    for (const cue of this.#cues.values()) if (!cue.track) this.#track.addCue(cue);
  }

  remove(from: number, to: number): void {
    for (const [key, cue] of this.#cues) {
      if (cue.startTime < from || cue.startTime >= to) continue;
      this.#cues.delete(key);
      if (cue.track) this.#track.removeCue(cue);
    }
    this.#lastCue = undefined;
  }
}

/**
 * Adds each cue to the text track of the video as soon as dash.js has parsed it, and keeps it for the whole presentation.
 *
 * dash.js itself holds cues back until the video time changes, then adds only those of the next 20 seconds, and removes and adds all of
 * them again every few seconds. It also assumes at every seek that a text track in one file is loaded, and discards the file when it
 * arrives.
 */
export function storeCues(player: MediaPlayerClass, textTracks: TrackElements): void {
  const stores = new Map<HTMLTrackElement, CueStore>();
  /** The id of the track whose text is being parsed. */
  let parsedTrackId: string | number | null | undefined;
  const extendTextTracks = function (this: { parent: TextTracks }, { streamInfo, videoModel }: TextTracksConfig) {
    const { parent } = this;
    textTracks.replaceIn(videoModel);
    const { createTracks, deleteAllTextTracks } = parent;
    const storeOf = (index: number): CueStore | undefined => {
      const element = textTracks.elementOf(parent.getTextTrackInfos()[index]?.id);
      if (!element || stores.has(element)) return element && stores.get(element);
      const store = new CueStore(element.track);
      stores.set(element, store);
      // The browser clears a track once it has read its empty file, after each time that the track was added to the video.
      element.addEventListener('load', () => store.restore());
      return store;
    };
    return {
      createTracks() {
        textTracks.addPeriod(String(streamInfo.id), () => parent.getTextTrackInfos());
        createTracks();
      },
      addCaptions(index: number, offset: number, items: readonly ParsedCue[] | null) {
        // dash.js passes the track that is selected now, and not the one that it requested.
        const requested = parent.getTextTrackInfos().findIndex(({ id }) => id === parsedTrackId);
        const { start, duration } = streamInfo;
        for (const item of items ?? []) {
          // A file may hold the text of the whole presentation. Negated, because the duration of a live period may be unknown.
          if (!(item.end + offset <= start || item.start + offset >= start + duration))
            storeOf(requested < 0 ? index : requested)?.add(item, offset);
        }
      },
      updateTextTrackWindow() {},
      /** Keeps the text of on-demand video, which is small; the text of a live stream would grow without limit. */
      deleteCuesFromTrackIdx(index: number, from = -Infinity, to = Infinity) {
        if (player.isDynamic()) storeOf(index)?.remove(from, to);
      },
      deleteAllTextTracks() {
        const { id, start, duration, manifestInfo } = streamInfo;
        textTracks.removePeriod(String(id));
        if (manifestInfo.isDynamic) for (const store of stores.values()) store.remove(start, start + duration);
        deleteAllTextTracks();
      }
    };
  };
  player.extend('TextTracks', extendTextTracks, true);
  const extendTextSourceBuffer = function (this: { parent: TextSourceBuffer }) {
    const { append } = this.parent;
    return {
      append(bytes: ArrayBuffer, chunk: Chunk) {
        parsedTrackId = chunk.representation.mediaInfo.id;
        try {
          append(bytes, chunk);
        } finally {
          parsedTrackId = undefined;
        }
      }
    };
  };
  player.extend('TextSourceBuffer', extendTextSourceBuffer, true);
  const extendTextFile = function (this: { parent: TextFile }) {
    const { parent } = this;
    const { appendInitSegmentFromCache: isCached } = parent;
    return {
      getContinuousBufferTimeForTargetTime: () => (parent.getIsBufferingCompleted() ? Infinity : NaN),
      // The cues of a live stream are removed with their period, so the file is fetched again when the viewer returns.
      appendInitSegmentFromCache: (id: string) => isCached(id) && (parent.getIsBufferingCompleted() || !player.isDynamic())
    };
  };
  player.extend('NotFragmentedTextBufferController', extendTextFile, true);
}
