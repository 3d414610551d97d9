import { site, type Answer } from '../../support/world.js';
import type { HostileCase } from './case.js';

/** One build of the player, and the markup with which a page loads it. */
export interface Build {
  readonly name: string;
  readonly file: string;
  readonly script: string;
}

/** The two complete builds that a page can use without a build step. */
export const builds: readonly Build[] = [
  { name: 'modules', file: 'dist/jet-player.js', script: '<script type="module" src="/dist/jet-player.js"></script>' },
  { name: 'one script', file: 'dist/jet-player.bundle.js', script: '<script src="/dist/jet-player.bundle.js" defer></script>' }
];

const quote = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The URL of the page with the player. */
export const pageUrl = `${site}/page.html`;

/** Returns a page with one player that plays a hostile case. */
export function playerPage(
  { script }: Build,
  { src, type, allow = [], attributes = {}, childMarkup = '', pageMarkup = '' }: HostileCase
): Answer {
  const allAttributes = { src, ...(type && { type }), ...(allow.length > 0 && { 'allow-origins': allow.join(' ') }), ...attributes };
  const attributeTexts = Object.entries(allAttributes).map(([name, value]) => `${name}="${quote(value)}"`);
  const player = `<jet-player muted autoplay style="display:block;width:640px" ${attributeTexts.join(' ')}>${childMarkup}</jet-player>`;
  return {
    type: 'text/html',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A case</title>${script}${player}${pageMarkup}</html>`
  };
}
