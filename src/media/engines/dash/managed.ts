import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';

/** What comes after dash.js's own listeners to the same event. */
const last = { priority: -1 };

/**
 * Lets text be fetched while the browser wants no more of the film (Media Source Extensions 2, `endstreaming`). It is not the browser that
 * text is given to, and captions chosen in a film that is all there would never come. WebKitGTK shows it in the tables of `test/streams`.
 */
export function excuseText(player: MediaPlayerClass): void {
  const goOn = () => player.trigger('managedMediaSourceStartStreaming' as unknown as MediaPlayerEvent, {}, { mediaType: 'text' });
  player.on('managedMediaSourceEndStreaming', goOn, undefined, last);
}
