import { html, LitElement } from 'lit';
import { CueIndex } from '../../lib/cue-index.js';
import { cuesOutside } from '../../lib/cues-outside.js';
import { listen } from '../../lib/listen.js';
import type { TimeRange } from '../../lib/time-ranges.js';
import { property } from '../lit/property.js';
import { captionsStyles } from './captions.css.js';
import { createCueColumns } from './cue-columns.js';

/** Maximum number of cues at a time; more do not fit on the video. */
const maxRenderedCues = 12;

/** Tolerance for timers that fire early: a cue that begins within this time counts as started. */
const earlyTimerToleranceSeconds = 0.004;

const isShownCaptionTrack = (track: TextTrack): boolean =>
  track.mode === 'showing' && (track.kind === 'captions' || track.kind === 'subtitles');

/**
 * Renders the captions of a video instead of the browser. It renders the same cues: those of every track of captions or subtitles
 * whose `mode` is `showing`.
 *
 * During playback a timer runs until the next start or end of a cue, because `timeupdate` may be a quarter of a second late.
 *
 * @csspart cue - One cue.
 */
export class JetCaptions extends LitElement {
  static override styles = captionsStyles;

  @property({ attribute: false }) video!: HTMLVideoElement;
  /** The edge at which all captions are shown; when absent, the cue settings apply. */
  @property({ attribute: false }) edge?: 'top' | 'bottom';

  /** The withdrawn passages of the media, whose cues are not rendered. */
  @property({ attribute: false }) withdrawn: readonly TimeRange[] = [];

  readonly #cueIndices = new WeakMap<TextTrack, CueIndex<VTTCue>>();
  #cues: readonly VTTCue[] = [];
  #lifetime: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#lifetime = new AbortController());
    const { video } = this;
    const observedTracks = new WeakSet<TextTrack>();
    const observeTracks = () => {
      for (const track of video.textTracks) {
        if (!observedTracks.has(track)) listen(track, 'cuechange', this.#update, signal);
        observedTracks.add(track);
      }
      this.#update();
    };
    listen(video.textTracks, 'addtrack removetrack change', observeTracks, signal);
    listen(video, 'timeupdate seeking seeked play playing pause waiting ratechange emptied', this.#update, signal);
    // A `<track>` in the video fires `load` when its cues have loaded. The event does not bubble, but it can be captured.
    video.addEventListener('load', this.#update, { capture: true, signal });
    observeTracks();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime?.abort();
    clearTimeout(this.#timer);
  }

  protected override render() {
    return html`${createCueColumns(this.#cues, this.edge)}`;
  }

  readonly #update = (): void => {
    const time = this.video.currentTime + earlyTimerToleranceSeconds;
    const cueIndices = [...this.video.textTracks].filter(isShownCaptionTrack).map((track) => this.#indexOf(track));
    const cues = cueIndices.flatMap((cueIndex) => cueIndex?.activeAt(time, maxRenderedCues) ?? []).filter((cue) => 'getCueAsHTML' in cue);
    if (cues.length !== this.#cues.length || cues.some((cue, index) => cue !== this.#cues[index])) {
      this.#cues = cues;
      this.requestUpdate();
    }
    this.#startTimer(Math.min(...cueIndices.map((cueIndex) => cueIndex?.nextChange(time) ?? Infinity)) - this.video.currentTime);
  };

  /** Returns the cue index of a track; undefined while it is disabled or not loaded. */
  #indexOf(track: TextTrack): CueIndex<VTTCue> | undefined {
    if (!track.cues) return undefined;
    const cues = cuesOutside(track.cues as ArrayLike<VTTCue> & TextTrackCueList, this.withdrawn);
    let cueIndex = this.#cueIndices.get(track);
    if (!cueIndex?.isIndexOf(cues)) this.#cueIndices.set(track, (cueIndex = new CueIndex(cues)));
    return cueIndex;
  }

  #startTimer(seconds: number): void {
    clearTimeout(this.#timer);
    const { paused, ended, playbackRate } = this.video;
    // For a later change, a `timeupdate` sets the timer.
    if (paused || ended || playbackRate <= 0 || seconds > 1) return;
    this.#timer = setTimeout(this.#update, (seconds * 1000) / playbackRate);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-captions': JetCaptions;
  }
}
