import { listen } from '../../lib/listen.js';
import { chosenRate } from '../playback-rate.js';

/**
 * Keeps the playback rate that the page or the viewer has set, until the signal aborts. A browser resets the rate whenever a source is
 * assigned to the video (HTML, 4.8.11.5). An engine assigns its Media Source later than the page sets `src`, and again when it resets the
 * decoder.
 */
export function keepRate(video: HTMLVideoElement, signal: AbortSignal): void {
  let isOpen = false;
  let rate = chosenRate(video);
  let { defaultPlaybackRate } = video;
  // The browser has reset the rate if it is now the default. The player's own menu also changes the default, so its changes do not count.
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
