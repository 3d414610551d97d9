import { site, type Answer } from '../../support/world.js';
import type { HostileCase } from './case.js';

/** One build of the player, and how a page loads it. */
export interface Build {
  readonly name: string;
  readonly file: string;
  readonly script: string;
}

/** Both builds that a page can use without a build step. */
export const builds: readonly Build[] = [
  { name: 'modules', file: 'dist/jet-player.js', script: '<script type="module" src="/dist/jet-player.js"></script>' },
  { name: 'one script', file: 'dist/jet-player.bundle.js', script: '<script src="/dist/jet-player.bundle.js" defer></script>' }
];

const quote = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The URL of the page with the player. */
export const pageAddress = `${site}/page.html`;

/** A page with one player, with the markup of a publisher. */
export function pageOf({ script }: Build, { src, type, allow = [], attributes = {}, inside = '', beside = '' }: HostileCase): Answer {
  const all = { src, ...(type && { type }), ...(allow.length > 0 && { 'allow-origins': allow.join(' ') }), ...attributes };
  const written = Object.entries(all).map(([name, value]) => `${name}="${quote(value)}"`);
  const player = `<jet-player muted autoplay style="display:block;width:640px" ${written.join(' ')}>${inside}</jet-player>`;
  return {
    type: 'text/html',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A case</title>${script}${player}${beside}</html>`
  };
}
