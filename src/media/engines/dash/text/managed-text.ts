import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';

/** Runs after dash.js's own listeners for the same event. */
const afterOtherListeners = { priority: -1 };

/**
 * Keeps fetching text after the browser fires `endstreaming` (Media Source Extensions 2), because text is not appended to the browser's
 * buffers: captions that are selected once the whole video is buffered would never load. WebKitGTK shows this in the tables of
 * `test/promises/streams`.
 */
export function keepFetchingText(player: MediaPlayerClass): void {
  const resumeText = () => player.trigger('managedMediaSourceStartStreaming' as unknown as MediaPlayerEvent, {}, { mediaType: 'text' });
  player.on('managedMediaSourceEndStreaming', resumeText, undefined, afterOtherListeners);
}
