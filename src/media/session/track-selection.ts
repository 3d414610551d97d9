import type { Store } from '../../lib/store.js';
import { listen } from '../../lib/listen.js';
import type { Engine } from '../engines/engine.js';
import type { StreamState } from '../stream.js';
import { chosenRendition, matchAudioTrack, matchTextTrack, type TextChoice, type TrackChoices } from '../engines/track-matching.js';

/**
 * The choices for one source: those of the session, without ids, because the same id is a different track in another source. It is a class,
 * because a getter defined on a single object kept the video of every destroyed player in Chromium's memory.
 */
class SourceChoices implements TrackChoices {
  readonly #session: TrackChoices;
  rendition: TrackChoices['rendition'];
  audio: TrackChoices['audio'];
  caption: TrackChoices['caption'];

  constructor(session: TrackChoices) {
    this.#session = session;
    const { rendition, audio, caption } = session;
    this.rendition = rendition && { ...rendition, id: '' };
    this.audio = audio && { ...audio, id: '' };
    this.caption = caption;
  }

  /** The data saver of the session, because the viewer may turn it on or off while the source loads. */
  get dataSaver(): boolean | undefined {
    return this.#session.dataSaver;
  }
}

/**
 * Keeps the viewer's track choices across engines and decoders, and for later sources in `sessionChoices`. The video element itself keeps
 * volume, mute and playback rate.
 *
 * Between `emptied` and `canplay`, changes come from the engine and are reverted. Later changes are choices of the viewer or the page.
 */
export class TrackSelection {
  readonly #video: HTMLVideoElement;
  readonly #stream: Store<StreamState>;
  readonly #sessionChoices: TrackChoices;
  #engine: Engine | undefined;
  #isSettled = false;
  /** Whether the source of this load has been opened once. */
  #wasOpened = false;
  /** The choices for this load: those of the session, and the captions that the source shows by default. */
  readonly choices: TrackChoices;

  constructor(video: HTMLVideoElement, stream: Store<StreamState>, signal: AbortSignal, sessionChoices: TrackChoices) {
    this.#video = video;
    this.#stream = stream;
    this.#sessionChoices = sessionChoices;
    this.choices = new SourceChoices(sessionChoices);
    listen(video, 'emptied', () => (this.#isSettled = false), signal);
    listen(video, 'canplay', () => this.#settle(), signal);
    // `readyState` shows first that an engine removes its stream: `emptied` fires later.
    const isChoice = () => this.#isSettled && video.readyState > HTMLMediaElement.HAVE_NOTHING;
    const onTracks = (event: Event) => (isChoice() ? this.#recordCaption(event) : this.#restoreCaption());
    listen(video.textTracks, 'addtrack change', onTracks, signal);
    stream.subscribe(() => this.#isSettled || this.#restore(), signal);
  }

  /** Returns the engine with methods that record the viewer's choices, and applies earlier choices to it. */
  recordChoicesOf(engine: Engine): Engine {
    this.#engine = engine;
    this.#restore();
    return {
      ...engine,
      chooseRendition: (id) => {
        this.#recordChoice({ rendition: this.#stream.current.renditions.find((rendition) => rendition.id === id) });
        engine.chooseRendition(id);
      },
      chooseAudioTrack: (id) => {
        const audio = this.#stream.current.audioTracks.find((track) => track.id === id);
        if (audio) this.#recordChoice({ audio });
        engine.chooseAudioTrack(id);
      }
    };
  }

  /** Records the captions that are shown, or none, as the viewer's choice for this source and later ones. */
  keepCaption(): void {
    const captions = this.#captions;
    const shownTrack = captions.find(({ mode }) => mode === 'showing');
    if (captions.length > 0) this.#recordChoice({ caption: shownTrack ? this.#choiceOf(shownTrack) : null });
  }

  #recordChoice(choice: TrackChoices): void {
    Object.assign(this.choices, choice);
    Object.assign(this.#sessionChoices, choice);
  }

  /** Forgets the engine when its attempt ends. */
  detachEngine(): void {
    this.#engine = undefined;
    this.#isSettled = false;
  }

  #settle(): void {
    if (this.#isSettled) return;
    this.#restore(true);
    this.#restoreCaption();
    this.#isSettled = true;
    // A source that lacks the captions chosen for an earlier source shows its own default.
    if (this.choices.caption === undefined || this.#chosen === undefined) this.#recordCaption();
    this.#wasOpened = true;
  }

  /**
   * Applies the recorded choices. With `afterReset`, it also compares the height, because an engine may misreport its rendition after a
   * decoder reset.
   */
  #restore(afterReset = false): void {
    const { renditions, audioTracks, choice, audioTrack } = this.#stream.current;
    const rendition = chosenRendition(renditions, this.choices);
    const differs = afterReset && rendition && this.#video.videoHeight !== rendition.height;
    if (rendition && (differs || rendition.id !== choice)) this.#engine?.chooseRendition(rendition.id);
    const audio = this.choices.audio && matchAudioTrack(audioTracks, this.choices.audio);
    if (audio && audio.id !== audioTrack) this.#engine?.chooseAudioTrack(audio.id);
  }

  get #captions(): TextTrack[] {
    const isForced = (track: TextTrack) => this.#engine?.isForced?.(track) === true;
    return [...this.#video.textTracks].filter((track) => (track.kind === 'subtitles' || track.kind === 'captions') && !isForced(track));
  }

  /** Returns the manifest's name of a text track because each engine labels text tracks differently. */
  #nameOf({ label }: TextTrack): string {
    return this.#stream.current.textNames.get(label) ?? label;
  }

  #choiceOf(track: TextTrack): TextChoice {
    return { name: this.#nameOf(track), language: track.language, kind: track.kind };
  }

  #recordCaption(event?: Event): void {
    const shownTrack = this.#captions.find(({ mode }) => mode === 'showing');
    // An engine may add the chosen track after `canplay`, as for CEA-608, so an added track that is not shown is not a choice. When another
    // track is added, a `change` to "off" may be on its way.
    if (!shownTrack && event?.type === 'addtrack') return void ((event as TrackEvent).track === this.#chosen && this.#restoreCaption());
    // The viewer cannot switch off captions that are missing; the engine or this class removed them.
    if (!shownTrack && this.choices.caption && !this.#chosen) return;
    this.choices.caption = shownTrack ? this.#choiceOf(shownTrack) : null;
  }

  /** The track of the recorded choice; undefined when it is missing, null when captions are off. */
  get #chosen(): TextTrack | null | undefined {
    const { caption } = this.choices;
    return caption && matchTextTrack(this.#captions, caption, (track) => this.#nameOf(track));
  }

  #restoreCaption(): void {
    if (this.choices.caption === undefined) return;
    const match = this.#chosen;
    if (match === undefined && !this.#wasOpened) return;
    // While the chosen track is missing, no other is shown instead.
    for (const track of this.#captions) {
      if (track === match) track.mode = 'showing';
      else if (track.mode === 'showing') track.mode = 'disabled';
    }
  }
}
