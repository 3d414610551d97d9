import { Store } from '../lib/store.js';
import type { Film } from '../media/casting/receiver.js';
import { noStream, type StreamState } from '../media/engine.js';

type CastTrack = chrome.cast.media.Track;
type Media = chrome.cast.media.Media;

/** A text track of the device, in the shape of the browser's own: to show it, set its mode. */
class DeviceTextTrack {
  readonly cues = null;
  readonly kind: TextTrackKind;
  readonly #mode: () => TextTrackMode;
  readonly #show: (mode: TextTrackMode) => void;

  constructor(
    readonly track: CastTrack,
    mode: () => TextTrackMode,
    show: (mode: TextTrackMode) => void
  ) {
    this.kind = String(track.subtype ?? '') === 'CAPTIONS' ? 'captions' : 'subtitles';
    this.#mode = mode;
    this.#show = show;
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
    this.#show(mode);
  }
}

/** The list of them, in the shape of `TextTrackList`; the page's own chapters stand in it too, for they are the film's everywhere. */
export class DeviceTextTracks extends EventTarget {
  list: readonly (DeviceTextTrack | TextTrack)[] = [];

  get length(): number {
    return this.list.length;
  }
  [Symbol.iterator](): Iterator<DeviceTextTrack | TextTrack> {
    return this.list[Symbol.iterator]();
  }
}

/** Sound and captions of a film on a device: what there is, what is chosen, and how to choose. */
export class Tracks {
  readonly textTracks = new DeviceTextTracks();
  readonly stream = new Store<StreamState>({ ...noStream, live: undefined });
  #media: Media | undefined;
  #active: readonly number[] = [];
  #known = '';
  #chapters: readonly TextTrack[] = [];
  #wishes: Pick<Film, 'captions' | 'audio'> | undefined;

  /** Another film has other tracks; the languages that were chosen for it are chosen again. */
  begin(film: Film): void {
    this.#known = '';
    this.#wishes = film;
    this.#chapters = film.chapters;
    this.textTracks.list = film.chapters;
    this.stream.patch({ ...noStream, live: film.live ? { targetLatency: 0 } : null });
  }

  /** Takes over what the device says. */
  sync(media: Media | null): void {
    const tracks = media?.media?.tracks ?? [];
    if (!media) return;
    this.#media = media;
    this.#active = media.activeTrackIds ?? [];
    const known = JSON.stringify(tracks.map(({ trackId, type, language, name }) => [trackId, type, language, name]));
    if (known !== this.#known) {
      this.#known = known;
      this.#show(tracks);
    }
    const audio = this.stream.current.audioTracks;
    const heard = audio.find(({ id }) => this.#active.includes(Number(id))) ?? audio[0];
    this.stream.patch({ audioTrack: heard?.id ?? null });
    this.textTracks.dispatchEvent(new Event('change'));
    if (tracks.length > 0) this.#grant();
  }

  chooseAudio(id: string): void {
    if (this.stream.current.audioTracks.some((track) => track.id === id)) this.#activate(Number(id), 'AUDIO', true);
  }

  #show(tracks: readonly CastTrack[]): void {
    const of = (type: string) => tracks.filter((track) => String(track.type) === type);
    const texts = of('TEXT').map(
      (track) =>
        new DeviceTextTrack(
          track,
          () => (this.#active.includes(track.trackId) ? 'showing' : 'disabled'),
          (mode) => this.#activate(track.trackId, 'TEXT', mode === 'showing')
        )
    );
    this.textTracks.list = [...this.#chapters, ...texts];
    const audioTracks = of('AUDIO').map(({ trackId, name, language }) => ({
      id: String(trackId),
      label: name ?? '',
      language: language ?? '',
      kind: ''
    }));
    this.stream.patch({ audioTracks });
    this.textTracks.dispatchEvent(new Event('addtrack'));
  }

  /** Chooses what was chosen in the page, as soon as the device has said what there is. */
  #grant(): void {
    const { captions, audio } = this.#wishes ?? {};
    this.#wishes = undefined;
    const text = captions && this.textTracks.list.find(({ kind, language }) => kind !== 'chapters' && language === captions);
    if (text) text.mode = 'showing';
    const sound = audio && this.stream.current.audioTracks.find(({ language }) => language === audio);
    if (sound && sound.id !== this.stream.current.audioTrack) this.chooseAudio(sound.id);
  }

  /** Of each type one track at most is active. */
  #activate(id: number, type: string, on: boolean): void {
    const media = this.#media;
    if (!media || on === this.#active.includes(id)) return;
    const others = this.#active.filter((other) => {
      const track = media.media?.tracks?.find(({ trackId }) => trackId === other);
      return other !== id && !(on && String(track?.type) === type);
    });
    this.#active = on ? [...others, id] : others;
    const asked = new chrome.cast.media.EditTracksInfoRequest([...this.#active]);
    // The device says in its next status what came of it.
    media.editTracksInfo(
      asked,
      () => this.sync(media),
      () => this.sync(media)
    );
  }
}
