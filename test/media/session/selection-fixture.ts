import { Store } from '../../../src/lib/store.js';
import type { Engine } from '../../../src/media/engines/engine.js';
import type { TrackChoices } from '../../../src/media/engines/track-matching.js';
import { TrackSelection } from '../../../src/media/session/track-selection.js';
import { noStream, type StreamState } from '../../../src/media/stream.js';
import { FakeVideo } from '../../support/fake-video.js';

/** Waits until the events that are queued have been dispatched. */
export const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** The labels of the text tracks that are shown. */
export const shownLabels = (video: FakeVideo) => [...video.textTracks].filter(({ mode }) => mode === 'showing').map(({ label }) => label);

/** Creates the track selection of a player without an engine. `keptChoices` are the choices of earlier sources. */
export function createSelection(keptChoices: TrackChoices = {}) {
  const video = new FakeVideo();
  const stream = new Store<StreamState>(noStream);
  const lifetime = new AbortController();
  const trackSelection = new TrackSelection(video.element, stream, lifetime.signal, keptChoices);

  /**
   * Opens the next engine as a session does: it ends the one before, then the engine reports its stream, and `prepare` may add its text
   * tracks. Returns the engine as the player uses it, and the ids that were requested from it.
   */
  async function openEngine(state: Partial<StreamState>, prepare = () => {}, isForced?: Engine['isForced']) {
    trackSelection.detachEngine();
    Object.assign(video, { readyState: 0, videoHeight: 0 });
    video.textTracks.clear();
    stream.patch(noStream);
    video.dispatch('emptied');
    await settle();
    stream.patch(state);
    await settle();
    const requestedIds: string[] = [];
    const recordId = (id: string) => void requestedIds.push(id);
    const engine = trackSelection.recordChoicesOf({
      chooseRendition: recordId,
      chooseAudioTrack: recordId,
      livePosition: () => null,
      isForced
    });
    prepare();
    await settle();
    return { engine, requestedIds };
  }

  /** Opens the next engine, and lets the video play. */
  async function startEngine(...options: Parameters<typeof openEngine>) {
    const opened = await openEngine(...options);
    Object.assign(video, { readyState: 4 });
    video.dispatch('canplay');
    await settle();
    return opened;
  }

  /** Returns a function that adds the text tracks of an engine, which may show the first one. */
  const addTextTracks =
    (labels: readonly (readonly [label: string, language: string])[], isFirstShown = false) =>
    () => {
      const [firstTrack] = labels.map(([label, language]) => video.textTracks.add(label, language));
      if (isFirstShown && firstTrack) firstTrack.mode = 'showing';
    };

  /** Shows the text track with a label, as a viewer does, or none with undefined. */
  const showCaptions = async (label: string | undefined) => {
    for (const track of video.textTracks) track.mode = track.label === label ? 'showing' : 'disabled';
    await settle();
  };
  return { video, stream, lifetime, trackSelection, openEngine, startEngine, addTextTracks, showCaptions };
}
