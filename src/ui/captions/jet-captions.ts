import { html, LitElement } from 'lit';
import { CueIndex } from '../../lib/cue-index.js';
import { listen } from '../../lib/listen.js';
import { property } from '../property.js';
import { captionsStyles } from './captions.css.js';
import { placeCues } from './place-cues.js';

/** More cues at once than a picture has room for. */
const most = 12;

/** Timers are early at times; a cue that begins within this many seconds has begun. */
const early = 0.004;

const drawable = (track: TextTrack): boolean => track.mode === 'showing' && (track.kind === 'captions' || track.kind === 'subtitles');

/**
 * Draws the captions that a video shows, in its place and at its time. It draws what the browser itself would: the cues of every
 * track of captions or subtitles whose `mode` is `showing`.
 *
 * A timer runs to the next beginning or end of a cue while the video plays, for `timeupdate` may come a quarter of a second late.
 *
 * @csspart cue - One cue.
 */
export class JetCaptions extends LitElement {
  static override styles = captionsStyles;

  @property({ attribute: false }) video!: HTMLVideoElement;
  /** Where all captions go; where they themselves say, when absent. */
  @property({ attribute: false }) edge?: 'top' | 'bottom';

  readonly #indices = new WeakMap<TextTrack, CueIndex<VTTCue>>();
  #cues: readonly VTTCue[] = [];
  #life: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#life = new AbortController());
    const { video } = this;
    const followed = new WeakSet<TextTrack>();
    const follow = () => {
      for (const track of video.textTracks) {
        if (!followed.has(track)) listen(track, 'cuechange', this.#look, signal);
        followed.add(track);
      }
      this.#look();
    };
    listen(video.textTracks, 'addtrack removetrack change', follow, signal);
    listen(video, 'timeupdate seeking seeked play playing pause waiting ratechange emptied', this.#look, signal);
    video.addEventListener('load', this.#look, { capture: true, signal });
    follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    clearTimeout(this.#timer);
  }

  protected override render() {
    return html`${placeCues(this.#cues, this.edge)}`;
  }

  readonly #look = (): void => {
    const time = this.video.currentTime + early;
    const indices = [...this.video.textTracks].filter(drawable).map((track) => this.#indexOf(track));
    const cues = indices.flatMap((index) => index?.at(time, most) ?? []).filter((cue) => 'getCueAsHTML' in cue);
    if (cues.length !== this.#cues.length || cues.some((cue, i) => cue !== this.#cues[i])) {
      this.#cues = cues;
      this.requestUpdate();
    }
    this.#arm(Math.min(...indices.map((index) => index?.nextChange(time) ?? Infinity)) - this.video.currentTime);
  };

  /** A disabled track, or one that is not there yet, has no cues. */
  #indexOf(track: TextTrack): CueIndex<VTTCue> | undefined {
    const cues = track.cues as ArrayLike<VTTCue> | null;
    if (!cues) return undefined;
    let index = this.#indices.get(track);
    if (!index?.fits(cues)) this.#indices.set(track, (index = new CueIndex(cues)));
    return index;
  }

  #arm(seconds: number): void {
    clearTimeout(this.#timer);
    const { paused, ended, playbackRate } = this.video;
    // What is further away, `timeupdate` will arm for.
    if (paused || ended || playbackRate <= 0 || seconds > 1) return;
    this.#timer = setTimeout(this.#look, (seconds * 1000) / playbackRate);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-captions': JetCaptions;
  }
}
