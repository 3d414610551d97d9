import type { Browser } from '@playwright/test';
import { expect } from '../../support/page-fixtures.js';
import { sizes, states } from './crowded.js';
import { find } from './find-covered.js';
import { open, stillness } from './open.js';
import { looks } from './states.js';

/** The attributes of the player in every state. */
export const { attributes } = looks.find(({ name }) => name === 'paused')!;

/** Expects of every state in one size that nothing covers a caption, that there is one play button, and that a finger can press each control. */
export async function expectNothingCovered([size, look]: (typeof sizes)[number], chrome: Browser, demo: string): Promise<void> {
  let shown = 0;
  for (const [name, act, needs] of states) {
    if (needs === 'mouse' && look.context?.hasTouch) continue;
    const page = await open({ name, attributes, act, ...look }, chrome, demo);
    await stillness(page);
    const { cues, plays, small, duration, picture } = await find(page);
    shown += cues.length;
    expect
      .soft(
        cues.filter(([, covers]) => covers.length > 0),
        `${size}, ${name}: covered captions`
      )
      .toEqual([]);
    expect.soft(plays.length, `${size}, ${name}: ${plays.join(' and ')}`).toBeLessThanOrEqual(1);
    if (name === 'captions') expect.soft(duration, `${size}: the duration is shown`).toBe(true);
    if (name === 'scrub' || name === 'preview') expect.soft(picture, `${size}, ${name}: a thumbnail is shown`).toBe(true);
    if (look.context?.hasTouch) expect.soft(small, `${size}, ${name}: targets`).toEqual([]);
    await page.context().close();
  }
  expect(shown).toBeGreaterThan(2);
}
