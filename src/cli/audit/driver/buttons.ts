import type { Targets } from '../targets.js';
import { findElements, type FoundElement } from './elements.js';
import { boxOnPage } from './pointer.js';

/** The attributes in which players name their controls. */
const namingAttributes = [
  'aria-label',
  'title',
  'class',
  'id',
  'part',
  'name',
  'value',
  'data-plyr',
  'data-testid',
  'data-title-no-tooltip'
];

/** Returns the names and labels of an element as words in lower case. */
const wordsOf = ({ tag, attributes }: FoundElement): string =>
  [tag, ...namingAttributes.map((name) => attributes.get(name) ?? '')]
    .join(' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function looksLikeButton({ tag, attributes }: FoundElement): boolean {
  if (attributes.has('disabled')) return false;
  if (tag === 'BUTTON' || attributes.get('role') === 'button') return true;
  if (tag === 'INPUT') return /^(button|image|submit)$/.test(attributes.get('type') ?? '');
  // Custom elements have a name of their own: `media-play-button`.
  return tag.includes('-') && tag.endsWith('BUTTON');
}

const looksLikeSlider = ({ tag, attributes }: FoundElement): boolean =>
  (tag === 'INPUT' && attributes.get('type') === 'range') ||
  attributes.get('role') === 'slider' ||
  (tag.includes('-') && tag.endsWith('RANGE'));

/** Returns the visible elements, largest first. */
async function visibleLargestFirst(all: readonly FoundElement[]): Promise<FoundElement[]> {
  const boxes = await Promise.all(all.map((found) => boxOnPage(found, false)));
  const area = (index: number): number => (boxes[index]?.width ?? 0) * (boxes[index]?.height ?? 0);
  return all
    .map((found, index) => ({ found, area: area(index) }))
    .filter((entry) => entry.area > 0)
    .sort((a, b) => b.area - a.area)
    .map(({ found }) => found);
}

const finderOf = (shape: (found: FoundElement) => boolean, words: RegExp, excluded?: RegExp) => async (targets: Targets) =>
  visibleLargestFirst(
    await findElements(targets, (found) => shape(found) && words.test(wordsOf(found)) && !excluded?.test(wordsOf(found)))
  );

/** Finds buttons that start playback, the largest first. */
export const playButtons = finderOf(
  looksLikeButton,
  /\b(play|lecture|abspielen|afspelen)|play\b/,
  /playlist|autoplay|playback.?(rate|speed)|airplay/
);
export const menuButtons = finderOf(
  looksLikeButton,
  /setting|quality|menu|more.?option|overflow|instelling|einstellung|r.glage/,
  /hamburger|\bnav/
);
export const muteButtons = finderOf(looksLikeButton, /mute|volume|\bton\b|geluid|\bson\b/);
/** Finds the bar that shows the playback position. */
export const seekBars = finderOf(looksLikeSlider, /seek|progress|time|scrub|position/, /volume/);
export const volumeBars = finderOf(looksLikeSlider, /volume|\bvol\b/);
