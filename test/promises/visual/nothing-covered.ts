import type { Browser } from '@playwright/test';
import { expect } from '../../support/page-fixtures.js';
import { playerSizes, captionStates } from './caption-states.js';
import { findCovered } from './find-covered.js';
import { openState, waitForAnimations } from './open.js';
import { interfaceStates, type InterfaceState } from './states.js';

/** The attributes of the player in every state. */
export const { attributes } = interfaceStates.find(({ name }) => name === 'paused')!;

/**
 * Expects for each of these states in one size that nothing covers a caption, that there is at most one play button, that the AI label, if
 * the attributes ask for one, is visible and covers no control and no title, and on a touch screen that every control is at least 44 pixels
 * wide and high.
 */
export async function expectNothingCovered(
  [size, stateInSize]: (typeof playerSizes)[number],
  chrome: Browser,
  demo: string,
  states = captionStates,
  content: Pick<InterfaceState, 'attributes' | 'lang'> = { attributes }
): Promise<void> {
  let cueCount = 0;
  for (const [name, act, needs] of states) {
    if (needs === 'mouse' && stateInSize.context?.hasTouch) continue;
    const page = await openState({ name, ...content, act, ...stateInSize }, chrome, demo);
    await waitForAnimations(page);
    const { cues, playButtons, smallTargets, hasDuration, hasThumbnail, coveredByLabel } = await findCovered(page);
    cueCount += cues.length;
    expect
      .soft(
        cues.filter(([, covers]) => covers.length > 0),
        `${size}, ${name}: covered captions`
      )
      .toEqual([]);
    expect.soft(playButtons.length, `${size}, ${name}: ${playButtons.join(' and ')}`).toBeLessThanOrEqual(1);
    expect
      .soft(coveredByLabel, `${size}, ${name}: covered by the AI label`)
      .toEqual(content.attributes.includes('ai-label') ? [] : undefined);
    if (name === 'captions') expect.soft(hasDuration, `${size}: the duration is shown`).toBe(true);
    if (name === 'scrub' || name === 'preview') expect.soft(hasThumbnail, `${size}, ${name}: a thumbnail is shown`).toBe(true);
    if (stateInSize.context?.hasTouch) expect.soft(smallTargets, `${size}, ${name}: targets`).toEqual([]);
    await page.context().close();
  }
  expect(cueCount).toBeGreaterThan(2);
}
