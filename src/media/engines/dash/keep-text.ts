import type { MediaPlayerClass } from 'dashjs';

/** A cue as dash.js's readers of text make it. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly data?: string;
  readonly styles?: Partial<VTTCue>;
}

/** As much of what dash.js does with a period's text tracks as is done here instead; the index is that of the track. */
interface TextTracks {
  getTextTrackInfos(): readonly { readonly id: string | number }[];
  deleteAllTextTracks(): void;
}

/** As much of what dash.js knows of a text that is one file. */
interface TextFile {
  getIsBufferingCompleted(): boolean;
}

/** Seconds by which the halves of a cue that was cut where one segment ends and the next begins may miss each other. */
const near = 0.002;

const nameOf = ({ startTime, endTime, text }: VTTCue): string => [startTime, endTime, text].join();

/** The cues of one text track, each of them once, in whatever mode the track is. */
class Kept {
  readonly #cues = new Map<string, VTTCue>();
  #last: VTTCue | undefined;

  constructor(private readonly track: TextTrack) {}

  add({ start, end, data, styles }: Item, offset: number): void {
    if (!data || !(end > start)) return;
    const cue = Object.assign(new VTTCue(start + offset, end + offset, data), styles);
    const name = nameOf(cue);
    if (this.#cues.has(name)) return;
    this.#cues.set(name, cue);
    if (this.#last?.text === data && Math.abs(this.#last.endTime - cue.startTime) < near) this.#last.endTime = cue.endTime;
    else this.track.addCue((this.#last = cue));
  }

  remove(from: number, to: number): void {
    for (const [name, cue] of this.#cues) {
      if (cue.startTime < from || cue.startTime >= to) continue;
      this.#cues.delete(name);
      // What goes on from the segment before was never added itself.
      if (cue.track) this.track.removeCue(cue);
    }
    this.#last = undefined;
  }
}

/**
 * Lets dash.js put each cue into the video's text track as soon as it has it, and leave it there as long as the film lasts.
 *
 * By itself it holds the cues back until the time of the video moves, and then shows it those of the next 20 seconds, taking all of them
 * out and putting them back every few seconds. And a text that is one file it takes to be there at every seek, and drops it when it comes.
 */
export function keepText(player: MediaPlayerClass, video: HTMLVideoElement): void {
  const kept = new Map<TextTrack, Kept>();
  const tracks = function (this: { parent: TextTracks }, { streamInfo }: { streamInfo: { start: number; duration: number } }) {
    const { parent } = this;
    const { deleteAllTextTracks } = parent;
    const textOf = (index: number): Kept | undefined => {
      const id = parent.getTextTrackInfos()[index]?.id;
      const track = [...video.textTracks].find(({ label }) => label === String(id));
      if (track && !kept.has(track)) kept.set(track, new Kept(track));
      return track && kept.get(track);
    };
    return {
      addCaptions(index: number, offset: number, items: readonly Item[] | null) {
        for (const item of items ?? []) textOf(index)?.add(item, offset);
      },
      updateTextTrackWindow() {},
      /** The text of a film is small; that of a channel would grow without end. */
      deleteCuesFromTrackIdx(index: number, from = -Infinity, to = Infinity) {
        if (player.isDynamic()) textOf(index)?.remove(from, to);
      },
      deleteAllTextTracks() {
        const { start, duration } = streamInfo;
        for (const text of kept.values()) text.remove(start, start + duration);
        deleteAllTextTracks();
      }
    };
  };
  player.extend('TextTracks', tracks, true);
  const file = function (this: { parent: TextFile }) {
    const { parent } = this;
    return { getContinuousBufferTimeForTargetTime: () => (parent.getIsBufferingCompleted() ? Infinity : NaN) };
  };
  player.extend('NotFragmentedTextBufferController', file, true);
}
