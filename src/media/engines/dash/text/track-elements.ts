import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../../lib/listen.js';
import type { Store } from '../../../../lib/store.js';
import type { MediaGuard } from '../../../network/media-guard.js';
import type { StreamState } from '../../../stream.js';
import { matchTextTrack, type TrackChoices } from '../../track-matching.js';
import { isForced } from '../mpd/roles.js';
import { createSealedElement } from '../../realm/element.js';

/** The part of dash.js's `VideoModel` that is replaced here; the label of a text track is its id. */
export interface VideoModel {
  getTextTrack(kind: TextTrackKind, id: string | number | undefined): object | null;
  addTextTrack(kind: TextTrackKind, id: string | number | undefined, language: string): object;
}

const isShown = ({ mode }: TextTrack): boolean => mode === 'showing';

/** Disables a track that is disabled already, because Chromium shows captions whose mode no script has set while others are shown. */
function disable(track: TextTrack): void {
  if (track.mode === 'disabled') for (const mode of ['hidden', 'disabled'] as const) track.mode = mode;
}

/** Whether a text track follows its element when the kind changes; in Firefox it does not. */
function canChangeKind(): boolean {
  const element = document.createElement('track');
  element.kind = 'metadata';
  const { track } = element;
  element.kind = 'captions';
  return track.kind === 'captions';
}

/** A text track of dash.js. */
interface TextInfo {
  readonly id: string | number;
}

interface Track {
  readonly kind: TextTrackKind;
  readonly element: HTMLTrackElement;
  /** What dash.js gets in place of the text track: its modes are the choice of the viewer and the page, which dash.js overwrites. */
  readonly standIn: { mode: TextTrackMode };
}

/**
 * Creates the text tracks of dash.js as `<track>` elements, because a track made with `addTextTrack`, as dash.js does, can never be removed
 * from the video. A track that several periods have is one element.
 *
 * Tracks that the current period lacks have the kind "metadata", so that no menu lists them. They stay in the video, because Chromium
 * selects captions by itself when a track is added to a video that shows some. Where the kind cannot change, they are removed instead.
 */
export class TrackElements {
  readonly #player: MediaPlayerClass;
  readonly #video: HTMLVideoElement;
  readonly #guard: MediaGuard;
  readonly #stream: Store<StreamState>;
  readonly #choices: TrackChoices;
  /** By id, in the order in which dash.js added them. */
  readonly #tracks = new Map<string, Track>();
  /** The text tracks of the periods that dash.js has prepared, by the id of the period. */
  readonly #periods = new Map<string, () => readonly TextInfo[]>();
  readonly #canChangeKind = canChangeKind();

  constructor(
    player: MediaPlayerClass,
    video: HTMLVideoElement,
    guard: MediaGuard,
    stream: Store<StreamState>,
    choices: TrackChoices,
    signal: AbortSignal
  ) {
    this.#player = player;
    this.#video = video;
    this.#guard = guard;
    this.#stream = stream;
    this.#choices = choices;
    signal.addEventListener('abort', () => this.#tracks.forEach(({ element }) => element.remove()), { once: true });
    listen(video.textTracks, 'change', () => this.#select(), signal);
  }

  /** Lets dash.js create its tracks here; it uses the same one for all periods. */
  replaceIn(model: VideoModel): void {
    model.getTextTrack = (_, id) => this.#tracks.get(String(id))?.standIn ?? null;
    model.addTextTrack = (kind, id, language) => this.#tracks.get(String(id))?.standIn ?? this.#add(kind, String(id), language);
  }

  elementOf(id: string | number | undefined): HTMLTrackElement | undefined {
    return this.#tracks.get(String(id))?.element;
  }

  /** Called when dash.js has prepared a period, before it plays. */
  addPeriod(id: string, tracks: () => readonly TextInfo[]): void {
    this.#periods.set(id, tracks);
  }

  removePeriod(id: string): void {
    this.#periods.delete(id);
  }

  get #currentTracks(): readonly TextInfo[] {
    return this.#periods.get(String(this.#player.getActiveStream()?.getId()))?.() ?? [];
  }

  #add(kind: TextTrackKind, id: string, srclang: string): object {
    const element = createSealedElement(this.#guard, 'track') as HTMLTrackElement;
    // Without a file, WebKit clears the cues and fires no event.
    Object.assign(element, { kind: this.#canChangeKind ? 'metadata' : kind, label: id, srclang, src: 'data:,WEBVTT' });
    // The label is an id; it is not shown before the manifest's name of the track is known.
    const { textNames } = this.#stream.current;
    if (!textNames.has(id)) this.#stream.patch({ textNames: new Map([...textNames, [id, '']]) });
    const track: Track = { kind, element, standIn: { mode: 'hidden' } };
    this.#tracks.set(id, track);
    if (this.#canChangeKind) this.#video.append(element);
    return track.standIn;
  }

  /** Lists a track before the next listed one, or stops listing it. */
  #list({ element, kind }: Track, listed: boolean, next: HTMLTrackElement | null): void {
    if (listed) {
      if (this.#canChangeKind) element.kind = kind;
      else if (!element.parentNode) this.#video.insertBefore(element, next);
      disable(element.track);
    } else {
      element.track.mode = 'disabled';
      if (this.#canChangeKind) element.kind = 'metadata';
      else element.remove();
    }
  }

  /** Called when a period begins: offers its tracks and no others, and shows the chosen one if the period has it. */
  showPeriod(): void {
    const ids = new Set(this.#currentTracks.map(({ id }) => String(id)));
    let nextElement: HTMLTrackElement | null = null;
    for (const [id, track] of [...this.#tracks].reverse()) {
      this.#list(track, ids.has(id), nextElement);
      if (ids.has(id)) nextElement = track.element;
    }
    const forcedIds = new Set(
      this.#player
        .getTracksFor('text')
        .filter(isForced)
        .map(({ id }) => String(id))
    );
    const offeredTracks = [...ids].flatMap((id) => (forcedIds.has(id) ? [] : (this.elementOf(id)?.track ?? [])));
    const { caption } = this.#choices;
    if (caption && !offeredTracks.some(isShown)) {
      const chosen = matchTextTrack(offeredTracks, caption, ({ label }) => this.#stream.current.textNames.get(label) ?? label);
      if (chosen) chosen.mode = 'showing';
    }
    this.#select();
  }

  /** Lets dash.js load the track that is shown. */
  #select(): void {
    this.#player.setTextTrack(this.#currentTracks.findIndex(({ id }) => this.elementOf(id)?.track.mode === 'showing'));
  }
}
