import type { Store } from '../../../../lib/store.js';
import type { MediaGuard } from '../../../network/media-guard.js';
import type { StreamState } from '../../../stream.js';
import { createSealedElement } from '../../realm/element.js';

/** The part of dash.js's `VideoModel` that is replaced here; `isTTML` and `isEmbedded` tell tracks of the same name apart. */
export interface VideoModel {
  getTextTrack(...track: Parameters<VideoModel['addTextTrack']>): TextTrack | null;
  addTextTrack(kind: TextTrackKind, label: string | number | undefined, language: string, isTTML: boolean, isEmbedded: boolean): TextTrack;
}

/**
 * Creates the text tracks of dash.js as `<track>` elements and removes them when the signal aborts, because a track made with
 * `addTextTrack`, as dash.js does, can never be removed from the video.
 */
export class TrackElements {
  /** In the order in which dash.js added them. */
  readonly elements: HTMLTrackElement[] = [];

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly guard: MediaGuard,
    private readonly stream: Store<StreamState>,
    signal: AbortSignal
  ) {
    signal.addEventListener('abort', () => this.elements.forEach((element) => element.remove()), { once: true });
  }

  /** Lets dash.js create its tracks here; as before, it reuses a track for all periods. */
  replaceIn(model: VideoModel): void {
    model.addTextTrack = (kind, label = '', language, isTTML, isEmbedded) =>
      model.getTextTrack(kind, label, language, isTTML, isEmbedded) ??
      Object.assign(this.#add(kind, String(label), language), { isTTML, isEmbedded });
  }

  #add(kind: TextTrackKind, label: string, srclang: string): TextTrack {
    const element = createSealedElement(this.guard, 'track') as HTMLTrackElement;
    // Without a file, WebKit clears the cues and fires no event.
    Object.assign(element, { kind, label, srclang, src: 'data:,WEBVTT' });
    // The label is an id; it is not shown before the manifest's name of the track is known.
    const { textNames } = this.stream.current;
    if (!textNames.has(label)) this.stream.patch({ textNames: new Map([...textNames, [label, '']]) });
    this.elements.push(element);
    this.video.append(element);
    return element.track;
  }
}
