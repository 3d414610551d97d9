import { listen } from '../../lib/listen.js';
import { drawCovered } from '../../media/masks/draw-covered.js';
import { masksBetween, type Mask } from '../../media/masks/mask.js';

/**
 * Seconds before its start and after its end in which a mask is drawn too, at normal speed. The reason: `drawImage` may take a later frame
 * than the one that the browser has announced.
 */
const marginSeconds = 0.5;

/**
 * Draws the frames of a video with their masks on `canvas`, while the video itself is hidden. A frame reaches the screen only together with
 * its masks: if the page is too busy to draw, the last frame stays. Until the first frame, the poster is drawn, with all masks.
 */
export class MaskedVideo {
  readonly canvas = document.createElement('canvas');
  readonly #video: HTMLVideoElement;
  readonly #masks: readonly Mask[];
  readonly #context: CanvasRenderingContext2D;
  /** Whether the poster is shown, as on `<video>`: until playback starts, or the viewer seeks. */
  #showsPoster = true;
  /** The playback position of the last frame, in seconds. */
  #mediaTime = 0;

  /** @throws TypeError when the browser cannot draw on a canvas, or cannot announce the frames of a video */
  constructor(video: HTMLVideoElement, masks: readonly Mask[], signal: AbortSignal) {
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context || !('requestVideoFrameCallback' in video)) throw new TypeError('This browser cannot draw the frames of a video.');
    [this.#video, this.#masks, this.#context] = [video, masks, context];
    this.canvas.className = 'masked-video';
    this.canvas.ariaHidden = 'true';
    this.#followFrames(signal);
    // The browser's own picture-in-picture would show the video.
    const { disablePictureInPicture } = video;
    video.disablePictureInPicture = true;
    signal.addEventListener('abort', () => (video.disablePictureInPicture = disablePictureInPicture), { once: true });
    const onPlaybackStart = () => {
      this.#showsPoster = false;
      this.#drawFrame();
    };
    listen(video, 'playing seeked', onPlaybackStart, signal);
    listen(video, 'loadeddata', () => this.#drawFrame(), signal);
    listen(this.canvas, 'contextrestored', () => this.#drawFrame(), signal);
    const posterObserver = new MutationObserver(() => void this.#drawPoster());
    posterObserver.observe(video, { attributeFilter: ['poster'] });
    signal.addEventListener('abort', () => posterObserver.disconnect(), { once: true });
    void this.#drawPoster();
  }

  #followFrames(signal: AbortSignal): void {
    const video = this.#video;
    const onFrame = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      handle = video.requestVideoFrameCallback(onFrame);
      this.#mediaTime = mediaTime;
      this.#drawFrame();
    };
    let handle = video.requestVideoFrameCallback(onFrame);
    signal.addEventListener('abort', () => video.cancelVideoFrameCallback(handle), { once: true });
  }

  #drawFrame(): void {
    const { videoWidth, videoHeight, currentTime, readyState, playbackRate } = this.#video;
    if (videoWidth === 0 || readyState < HTMLMediaElement.HAVE_CURRENT_DATA || (this.#showsPoster && this.#video.poster)) return;
    // While a seek runs, the frame may be of its old or of its new position.
    const [from, to] = [Math.min(this.#mediaTime, currentTime), Math.max(this.#mediaTime, currentTime)];
    const margin = marginSeconds * Math.max(1, playbackRate);
    const masks = masksBetween(this.#masks, from - margin, to + margin);
    drawCovered(this.#context, this.#video, { x: 0, y: 0, width: videoWidth, height: videoHeight }, masks);
  }

  async #drawPoster(): Promise<void> {
    const { poster } = this.#video;
    if (!poster) return this.#drawFrame();
    const image = Object.assign(document.createElement('img'), { src: poster });
    try {
      await image.decode();
    } catch {
      // As on `<video>`, a poster that cannot be decoded is not shown.
      return;
    }
    if (!this.#showsPoster || this.#video.poster !== poster) return;
    drawCovered(this.#context, image, { x: 0, y: 0, width: image.naturalWidth, height: image.naturalHeight }, this.#masks);
  }
}
