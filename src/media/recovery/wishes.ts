import type { Store } from '../../lib/store.js';
import { listen } from '../../lib/listen.js';
import type { AudioTrack, Engine, Rendition, StreamState } from '../engine.js';

interface Caption {
  readonly label: string;
  readonly language: string;
}

/** Finds what was chosen among what there is now: the same id if it means the same, else what is most like it. */
const likeAudio = (tracks: readonly AudioTrack[], { id, language, label }: AudioTrack): AudioTrack | undefined =>
  tracks.find((track) => track.id === id && track.language === language) ??
  tracks.find((track) => track.language === language && track.label === label) ??
  tracks.find((track) => track.language === language);

const likeRendition = (renditions: readonly Rendition[], { id, height, bitrate }: Rendition): Rendition | undefined =>
  renditions.find((candidate) => candidate.id === id && candidate.height === height) ??
  renditions.find((candidate) => candidate.height === height && candidate.bitrate === bitrate);

/** What the viewer chose, kept while engines come and go. Volume, sound and speed live in the video and survive by themselves. */
export class Wishes {
  #rendition: Rendition | undefined;
  #audio: AudioTrack | undefined;
  #caption: Caption | undefined;

  /** Forgets everything: another source is another choice. */
  clear(): void {
    this.#rendition = this.#audio = this.#caption = undefined;
  }

  /** The same engine, with an ear for what the viewer asks of it. */
  overhear(engine: Engine, stream: Store<StreamState>): Engine {
    return {
      ...engine,
      chooseRendition: (id) => {
        this.#rendition = stream.current.renditions.find((rendition) => rendition.id === id);
        engine.chooseRendition(id);
      },
      chooseAudioTrack: (id) => {
        this.#audio = stream.current.audioTracks.find((track) => track.id === id) ?? this.#audio;
        engine.chooseAudioTrack(id);
      }
    };
  }

  /** Notes which captions are shown, before an engine goes and takes its text tracks along. */
  noteCaptions(video: HTMLVideoElement): void {
    const shown = [...video.textTracks].find(({ mode, kind }) => mode === 'showing' && kind !== 'metadata');
    this.#caption = shown && { label: shown.label, language: shown.language };
  }

  /** Tells a new engine what the viewer had chosen, as soon as it has it to offer. */
  grant(engine: Engine, video: HTMLVideoElement, stream: Store<StreamState>, signal: AbortSignal): void {
    let rendition = this.#rendition;
    let audio = this.#audio;
    const offer = ({ renditions, audioTracks }: Readonly<StreamState>) => {
      const wanted = rendition && likeRendition(renditions, rendition);
      if (wanted) {
        rendition = undefined;
        engine.chooseRendition(wanted.id);
      }
      const track = audio && likeAudio(audioTracks, audio);
      if (track) {
        audio = undefined;
        engine.chooseAudioTrack(track.id);
      }
    };
    stream.subscribe(offer, signal);
    offer(stream.current);
    this.#grantCaptions(video, signal);
  }

  #grantCaptions(video: HTMLVideoElement, signal: AbortSignal): void {
    const wanted = this.#caption;
    if (!wanted) return;
    const done = new AbortController();
    const show = () => {
      const track = [...video.textTracks].find(({ label, language }) => label === wanted.label && language === wanted.language);
      if (!track) return;
      done.abort();
      track.mode = 'showing';
    };
    listen(video.textTracks, 'addtrack', show, AbortSignal.any([signal, done.signal]));
    show();
  }
}
