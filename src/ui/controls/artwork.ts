import { html, nothing } from 'lit';
import { fetchImage } from '../host/chapter-images.js';
import { loadImage } from '../elements/load-list.js';
import type { View } from '../view.js';

/** Renders the image of the current chapter in the place of the audio player's artwork, from the start of playback on. */
export function renderArtwork({ audio, player, state: { chapters, playback } }: View): unknown {
  const image = chapters.list[chapters.current]?.image;
  if (!audio || !image || !playback.started) return nothing;
  loadImage();
  return html`<jet-image class="artwork" part="artwork" .url=${image} .fetchImage=${(url: string) => fetchImage(player, url)}></jet-image>`;
}
