import type { Store } from '../../lib/store.js';
import { listen } from '../../lib/listen.js';
import type { AudioTrack, Engine, Rendition, StreamState } from '../engine.js';

interface Caption {
  readonly name: string;
  readonly language: string;
}

/** Finds what was chosen among what there is now: the same id if it means the same, else what is most like it. */
const likeAudio = (tracks: readonly AudioTrack[], { id, language, label }: AudioTrack): AudioTrack | undefined =>
  tracks.find((track) => track.id === id && track.language === language) ??
  tracks.find((track) => track.language === language && track.label === label) ??
  tracks.find((track) => track.language === language);

const likeRendition = (renditions: readonly Rendition[], { id, height, bitrate }: Rendition): Rendition | undefined =>
  renditions.find((candidate) => candidate.id === id && candidate.height === height) ??
  renditions.find((candidate) => candidate.height === height && candidate.bitrate === bitrate) ??
  renditions.find((candidate) => candidate.height === height);

/**
 * What the viewer chose, kept while engines and decoders come and go. Volume, sound and speed live in the video and survive by
 * themselves.
 *
 * From where the video is emptied until it can play, what changes is an engine's doing and nobody's wish: it is put right. What
 * changes afterwards is a wish.
 */
export class Wishes {
  #engine: Engine | undefined;
  #settled = false;
  #rendition: Rendition | undefined;
  #audio: AudioTrack | undefined;
  /** Null: none. */
  #caption: Caption | null | undefined;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly stream: Store<StreamState>,
    signal: AbortSignal
  ) {
    listen(video, 'emptied', () => (this.#settled = false), signal);
    listen(video, 'canplay', () => this.#settle(), signal);
    // An engine that takes its stream away says so here first: `emptied` comes later.
    const isWish = () => this.#settled && video.readyState > HTMLMediaElement.HAVE_NOTHING;
    listen(video.textTracks, 'addtrack change', () => (isWish() ? this.#noteCaption() : this.#grantCaption()), signal);
    stream.subscribe(() => this.#settled || this.#grant(), signal);
  }

  /** The same engine, with an ear for what the viewer asks of it; it is told what was asked of the one before. */
  overhear(engine: Engine): Engine {
    this.#engine = engine;
    this.#grant();
    return {
      ...engine,
      chooseRendition: (id) => {
        this.#rendition = this.stream.current.renditions.find((rendition) => rendition.id === id);
        engine.chooseRendition(id);
      },
      chooseAudioTrack: (id) => {
        this.#audio = this.stream.current.audioTracks.find((track) => track.id === id) ?? this.#audio;
        engine.chooseAudioTrack(id);
      }
    };
  }

  /** The engine is gone. */
  leave(): void {
    this.#engine = undefined;
    this.#settled = false;
  }

  #settle(): void {
    if (this.#settled) return;
    this.#grant(true);
    this.#grantCaption();
    this.#settled = true;
    if (this.#caption === undefined) this.#noteCaption();
  }

  /** `again`: an engine whose decoder was given the stream once more may believe that it plays what it was told to. */
  #grant(again = false): void {
    const { renditions, audioTracks, choice, audioTrack } = this.stream.current;
    const rendition = this.#rendition && likeRendition(renditions, this.#rendition);
    const strays = again && rendition && this.video.videoHeight !== rendition.height;
    if (rendition && (strays || rendition.id !== choice)) this.#engine?.chooseRendition(rendition.id);
    const audio = this.#audio && likeAudio(audioTracks, this.#audio);
    if (audio && audio.id !== audioTrack) this.#engine?.chooseAudioTrack(audio.id);
  }

  get #captions(): TextTrack[] {
    const isForced = (track: TextTrack) => this.#engine?.isForced?.(track) === true;
    return [...this.video.textTracks].filter((track) => (track.kind === 'subtitles' || track.kind === 'captions') && !isForced(track));
  }

  /** Engines label a text track each in its own way. */
  #nameOf({ label }: TextTrack): string {
    return this.stream.current.textNames.get(label) ?? label;
  }

  #noteCaption(): void {
    const shown = this.#captions.find(({ mode }) => mode === 'showing');
    this.#caption = shown ? { name: this.#nameOf(shown), language: shown.language } : null;
  }

  #grantCaption(): void {
    const wish = this.#caption;
    if (wish === undefined) return;
    const alike = this.#captions.filter(({ language }) => language === wish?.language);
    const wanted = alike.find((track) => this.#nameOf(track) === wish?.name) ?? alike[0];
    // Where it is not there yet, nothing is shown in its stead.
    for (const track of this.#captions) {
      if (track === wanted) track.mode = 'showing';
      else if (track.mode === 'showing') track.mode = 'disabled';
    }
  }
}
