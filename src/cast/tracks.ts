import { Store } from '../lib/store.js';
import type { CastMedia } from '../media/receiver.js';
import { noStream, type StreamState } from '../media/stream.js';

type CastTrack = chrome.cast.media.Track;
type Media = chrome.cast.media.Media;

/** A text track on the receiver, with the interface of `TextTrack`: setting its mode shows or hides it. */
class ReceiverTextTrack {
  readonly cues = null;
  readonly kind: TextTrackKind;
  readonly #mode: () => TextTrackMode;
  readonly #setMode: (mode: TextTrackMode) => void;

  constructor(
    readonly track: CastTrack,
    mode: () => TextTrackMode,
    setMode: (mode: TextTrackMode) => void
  ) {
    this.kind = String(track.subtype ?? '') === 'CAPTIONS' ? 'captions' : 'subtitles';
    this.#mode = mode;
    this.#setMode = setMode;
  }

  get label(): string {
    return this.track.name ?? '';
  }
  get language(): string {
    return this.track.language ?? '';
  }
  get mode(): TextTrackMode {
    return this.#mode();
  }
  set mode(mode: TextTrackMode) {
    this.#setMode(mode);
  }
}

/** The receiver's text tracks as a `TextTrackList`. It includes the page's chapters, because they apply on the receiver too. */
export class ReceiverTextTracks extends EventTarget {
  list: readonly (ReceiverTextTrack | TextTrack)[] = [];

  get length(): number {
    return this.list.length;
  }
  [Symbol.iterator](): Iterator<ReceiverTextTrack | TextTrack> {
    return this.list[Symbol.iterator]();
  }
}

/** The audio and text tracks of the media on a receiver, with the current selection. */
export class ReceiverTracks {
  readonly textTracks = new ReceiverTextTracks();
  readonly stream = new Store<StreamState>({ ...noStream, live: undefined });
  #media: Media | undefined;
  #activeTrackIds: readonly number[] = [];
  #trackListKey = '';
  #chapterTracks: readonly TextTrack[] = [];
  #selections: Pick<CastMedia, 'captions' | 'audio'> | undefined;

  /** Resets the tracks for new media; the languages chosen in the page are selected again. */
  reset(castMedia: CastMedia): void {
    this.#trackListKey = '';
    this.#selections = castMedia;
    this.#chapterTracks = castMedia.chapters;
    this.textTracks.list = castMedia.chapters;
    this.stream.patch({ ...noStream, live: castMedia.live ? { targetLatency: 0 } : null });
  }

  /** Updates the tracks from the receiver's media status. */
  sync(media: Media | null): void {
    const tracks = media?.media?.tracks ?? [];
    if (!media) return;
    this.#media = media;
    this.#activeTrackIds = media.activeTrackIds ?? [];
    const trackListKey = JSON.stringify(tracks.map(({ trackId, type, language, name }) => [trackId, type, language, name]));
    if (trackListKey !== this.#trackListKey) {
      this.#trackListKey = trackListKey;
      this.#setTracks(tracks);
    }
    const { audioTracks } = this.stream.current;
    const activeTrack = audioTracks.find(({ id }) => this.#activeTrackIds.includes(Number(id))) ?? audioTracks[0];
    this.stream.patch({ audioTrack: activeTrack?.id ?? null });
    this.textTracks.dispatchEvent(new Event('change'));
    if (tracks.length > 0) this.#applySelections();
  }

  chooseAudio(id: string): void {
    if (this.stream.current.audioTracks.some((track) => track.id === id)) this.#activate(Number(id), 'AUDIO', true);
  }

  #setTracks(tracks: readonly CastTrack[]): void {
    const ofType = (type: string) => tracks.filter((track) => String(track.type) === type);
    const receiverTextTracks = ofType('TEXT').map(
      (track) =>
        new ReceiverTextTrack(
          track,
          () => (this.#activeTrackIds.includes(track.trackId) ? 'showing' : 'disabled'),
          (mode) => this.#activate(track.trackId, 'TEXT', mode === 'showing')
        )
    );
    this.textTracks.list = [...this.#chapterTracks, ...receiverTextTracks];
    const audioTracks = ofType('AUDIO').map(({ trackId, name, language }) => ({
      id: String(trackId),
      label: name ?? '',
      language: language ?? '',
      kind: ''
    }));
    this.stream.patch({ audioTracks });
    this.textTracks.dispatchEvent(new Event('addtrack'));
  }

  /** Selects the languages that were chosen in the page, once the receiver has listed its tracks. */
  #applySelections(): void {
    const { captions, audio } = this.#selections ?? {};
    this.#selections = undefined;
    const textTrack = captions && this.textTracks.list.find(({ kind, language }) => kind !== 'chapters' && language === captions);
    if (textTrack) textTrack.mode = 'showing';
    const audioTrack = audio && this.stream.current.audioTracks.find(({ language }) => language === audio);
    if (audioTrack && audioTrack.id !== this.stream.current.audioTrack) this.chooseAudio(audioTrack.id);
  }

  /** Turns a track on or off; at most one track of each type is active. */
  #activate(id: number, type: string, on: boolean): void {
    const media = this.#media;
    if (!media || on === this.#activeTrackIds.includes(id)) return;
    const otherIds = this.#activeTrackIds.filter((other) => {
      const track = media.media?.tracks?.find(({ trackId }) => trackId === other);
      return other !== id && !(on && String(track?.type) === type);
    });
    this.#activeTrackIds = on ? [...otherIds, id] : otherIds;
    const request = new chrome.cast.media.EditTracksInfoRequest([...this.#activeTrackIds]);
    // The receiver reports the result in its next status.
    media.editTracksInfo(
      request,
      () => this.sync(media),
      () => this.sync(media)
    );
  }
}
