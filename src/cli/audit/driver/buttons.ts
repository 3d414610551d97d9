import type { Targets } from '../targets.js';
import { findElements, type Found } from './elements.js';
import { boxOnPage } from './pointer.js';

const spoken = ['aria-label', 'title', 'class', 'id', 'part', 'name', 'value', 'data-plyr', 'data-testid', 'data-title-no-tooltip'];

/** The names and labels of an element, from every attribute that players use for them. */
const wordsOf = ({ tag, attributes }: Found): string =>
  [tag, ...spoken.map((name) => attributes.get(name) ?? '')]
    .join(' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function looksLikeButton({ tag, attributes }: Found): boolean {
  if (attributes.has('disabled')) return false;
  if (tag === 'BUTTON' || attributes.get('role') === 'button') return true;
  if (tag === 'INPUT') return /^(button|image|submit)$/.test(attributes.get('type') ?? '');
  // Custom elements have a name of their own: `media-play-button`.
  return tag.includes('-') && tag.endsWith('BUTTON');
}

const looksLikeSlider = ({ tag, attributes }: Found): boolean =>
  (tag === 'INPUT' && attributes.get('type') === 'range') ||
  attributes.get('role') === 'slider' ||
  (tag.includes('-') && tag.endsWith('RANGE'));

/** Visible elements only, largest first. */
async function drawn(all: readonly Found[]): Promise<Found[]> {
  const boxes = await Promise.all(all.map((found) => boxOnPage(found, false)));
  const area = (index: number): number => (boxes[index]?.width ?? 0) * (boxes[index]?.height ?? 0);
  return all
    .map((found, index) => ({ found, area: area(index) }))
    .filter((entry) => entry.area > 0)
    .sort((a, b) => b.area - a.area)
    .map(({ found }) => found);
}

const matching = (shape: (found: Found) => boolean, words: RegExp, not?: RegExp) => async (targets: Targets) =>
  drawn(await findElements(targets, (found) => shape(found) && words.test(wordsOf(found)) && !not?.test(wordsOf(found))));

/** Buttons that start playback, the big one in the middle first. */
export const playButtons = matching(
  looksLikeButton,
  /\b(play|lecture|abspielen|afspelen)|play\b/,
  /playlist|autoplay|playback.?(rate|speed)|airplay/
);
export const menuButtons = matching(
  looksLikeButton,
  /setting|quality|menu|more.?option|overflow|instelling|einstellung|r.glage/,
  /hamburger|\bnav/
);
export const muteButtons = matching(looksLikeButton, /mute|volume|\bton\b|geluid|\bson\b/);
/** The bar that shows the playback position. */
export const seekBars = matching(looksLikeSlider, /seek|progress|time|scrub|position/, /volume/);
export const volumeBars = matching(looksLikeSlider, /volume|\bvol\b/);
