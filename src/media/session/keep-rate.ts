import { listen } from '../../lib/listen.js';
import { chosenRate } from '../playback-rate.js';

/**
 * Keeps the playback rate of the page and the viewer during an attempt. A browser resets it when a source is assigned (HTML, 4.8.11.5). An
 * engine assigns its own later than the page sets `src`, and again when it resets the decoder. Ends with the signal.
 */
export function keepRate(video: HTMLVideoElement, signal: AbortSignal): void {
  let isOpen = false;
  let rate = chosenRate(video);
  let { defaultPlaybackRate } = video;
  // A change to the default after a source was assigned is the browser's, unless the default changed too, as by the player's own menu.
  const isReset = () => video.playbackRate === defaultPlaybackRate && video.defaultPlaybackRate === defaultPlaybackRate;
  const isAssigned = () => video.networkState !== HTMLMediaElement.NETWORK_EMPTY;
  const onChange = () => {
    if (!isOpen && isAssigned() && isReset()) return;
    rate = chosenRate(video);
    ({ defaultPlaybackRate } = video);
  };
  const restore = () => {
    if (isReset() && rate !== video.playbackRate) video.playbackRate = rate;
  };
  listen(video, 'ratechange', onChange, signal);
  listen(video, 'emptied', () => (isOpen = false), signal);
  listen(video, 'loadstart', restore, signal);
  listen(video, 'loadedmetadata', () => (restore(), (isOpen = true)), signal);
}
