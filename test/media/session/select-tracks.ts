import { Store } from '../../../src/lib/store.js';
import type { Engine } from '../../../src/media/engines/engine.js';
import type { TrackChoices } from '../../../src/media/engines/track-matching.js';
import { TrackSelection } from '../../../src/media/session/track-selection.js';
import { noStream, type StreamState } from '../../../src/media/stream.js';
import { FakeVideo } from '../../support/fake-video.js';

/** Lets the events that are due arrive. */
export const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** The text tracks that are shown, by label. */
export const shownOf = (video: FakeVideo) => [...video.textTracks].filter(({ mode }) => mode === 'showing').map(({ label }) => label);

/** For the tests of the track selection: a player without an engine. `lasting` holds the choices that were made in earlier sources. */
export function selection(lasting: TrackChoices = {}) {
  const video = new FakeVideo();
  const stream = new Store<StreamState>(noStream);
  const life = new AbortController();
  const tracks = new TrackSelection(video.element, stream, life.signal, lasting);

  /**
   * Opens the next engine as a session does: it ends the one before, then the engine reports its stream, and `prepare` may add its text
   * tracks. Returns the engine, whose methods record the choices, and the ids for which it was asked.
   */
  async function open(state: Partial<StreamState>, prepare = () => {}, isForced?: Engine['isForced']) {
    tracks.detachEngine();
    Object.assign(video, { readyState: 0, videoHeight: 0 });
    video.textTracks.clear();
    stream.patch(noStream);
    video.dispatch('emptied');
    await settle();
    stream.patch(state);
    await settle();
    const asked: string[] = [];
    const ask = (id: string) => void asked.push(id);
    const engine = tracks.recordChoicesOf({ chooseRendition: ask, chooseAudioTrack: ask, livePosition: () => null, isForced });
    prepare();
    await settle();
    return { engine, asked };
  }

  /** Opens the next engine, and lets the video play. */
  async function start(...options: Parameters<typeof open>) {
    const opened = await open(...options);
    Object.assign(video, { readyState: 4 });
    video.dispatch('canplay');
    await settle();
    return opened;
  }

  /** Adds the text tracks of an engine, the first of them shown if the engine selects it. */
  const texts =
    (labels: readonly (readonly [label: string, language: string])[], shown = false) =>
    () => {
      const [first] = labels.map(([label, language]) => video.textTracks.add(label, language));
      if (shown && first) first.mode = 'showing';
    };

  /** Shows a text track as a viewer does, or with undefined none. */
  const show = async (label: string | undefined) => {
    for (const track of video.textTracks) track.mode = track.label === label ? 'showing' : 'disabled';
    await settle();
  };
  return { video, stream, life, tracks, open, start, texts, show };
}
