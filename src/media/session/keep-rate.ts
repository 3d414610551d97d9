import { listen } from '../../lib/listen.js';
import { chosenRate } from '../playback-rate.js';

/**
 * Keeps the playback rate that the page has set while a source loads. A browser resets it when a source is assigned (HTML, 4.8.11.5), and
 * an engine assigns its own later than the page sets `src`. Ends when the source has metadata, or with the signal.
 */
export function keepRate(video: HTMLVideoElement, attemptSignal: AbortSignal): void {
  const done = new AbortController();
  const signal = AbortSignal.any([attemptSignal, done.signal]);
  let rate = chosenRate(video);
  let { defaultPlaybackRate } = video;
  // A change to the default after a source was assigned is the browser's, unless the default changed too, as by the player's own menu.
  const isReset = () => video.playbackRate === defaultPlaybackRate && video.defaultPlaybackRate === defaultPlaybackRate;
  const isAssigned = () => video.networkState !== HTMLMediaElement.NETWORK_EMPTY;
  const onChange = () => {
    if (isAssigned() && isReset()) return;
    rate = chosenRate(video);
    ({ defaultPlaybackRate } = video);
  };
  listen(video, 'ratechange', onChange, signal);
  const restore = () => {
    if (isReset() && rate !== video.playbackRate) video.playbackRate = rate;
  };
  listen(video, 'loadstart', restore, signal);
  listen(video, 'loadedmetadata', () => (restore(), done.abort()), signal);
}
