import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/ui/jet-player.js';

const playerOf = (page: Page) => page.locator('jet-player');

/** Points at the picture, beside everything that could be pressed. */
export const hover = async (page: Page): Promise<void> => {
  const { x, y } = (await playerOf(page).boundingBox())!;
  await page.mouse.move(x + 30, y + 60);
};

/** Plays to a second and stops there, so that a picture is the same every time. */
export async function pausedAt(page: Page, seconds = 12): Promise<void> {
  await playerOf(page).evaluate(async (player: JetPlayer, time) => {
    await player.play();
    player.currentTime = time;
    await new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
    player.pause();
  }, seconds);
}

export async function paused(page: Page): Promise<void> {
  await pausedAt(page);
  await hover(page);
}

/** Presses a key where a keyboard user would be: on a button of the player. */
export async function press(page: Page, key: string): Promise<void> {
  await playerOf(page).locator('[part=mute]').press(key);
}

export async function menu(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=settings]').getByRole('button').click();
  await hover(page);
}

/** Opens a line of the settings by its name, which is the same in every language. */
export const choose = (line: string) => async (page: Page) => {
  await menu(page);
  await playerOf(page).locator(`[data-key="${line}"]`).click();
  await hover(page);
};

export async function captions(page: Page): Promise<void> {
  await pausedAt(page, 15);
  await press(page, 'c');
  // The tip of the button that has the focus would stand over the words.
  await playerOf(page).evaluate((player: JetPlayer) => (player.shadowRoot!.activeElement as HTMLElement | null)?.blur());
  await playerOf(page).evaluate(
    (player: JetPlayer) =>
      new Promise<void>((resolve) => {
        const look = () =>
          player.shadowRoot!.querySelector('jet-captions')?.shadowRoot?.querySelector('.cue') ? resolve() : requestAnimationFrame(look);
        look();
      })
  );
  await hover(page);
}

/** Points at the time line, where the preview shows what is there. */
export async function preview(page: Page): Promise<void> {
  await paused(page);
  const { x, y, width, height } = (await playerOf(page).locator('[part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.42, y + height / 2);
  await playerOf(page).locator('jet-preview canvas:not([hidden])').waitFor({ state: 'attached' });
}

export async function failed(page: Page): Promise<void> {
  await playerOf(page).getByRole('alert').waitFor();
}

/** Live does not stand still: it is looked at while it plays. */
export async function live(page: Page): Promise<void> {
  await playerOf(page).evaluate((player: JetPlayer) => player.play());
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0);
  await hover(page);
}

export async function ended(page: Page): Promise<void> {
  await pausedAt(page, 60);
  await playerOf(page).evaluate(async (player: JetPlayer) => {
    player.currentTime = player.duration - 0.4;
    await player.play();
    if (!player.ended) await new Promise((resolve) => player.addEventListener('ended', resolve, { once: true }));
  });
  await hover(page);
}

/** What a browser would do that lets nothing start with sound. */
export async function refused(page: Page): Promise<void> {
  await playerOf(page).evaluate(async (player: JetPlayer) => {
    await player.player!.time.seek(0);
    player.player!.session.dispatchEvent(new Event('refused'));
    await player.updateComplete;
  });
}

/** The player is on its way back to a server that is gone, or waits for a channel. */
export const troubled = (kind: 'reconnecting' | 'waiting') => async (page: Page) => {
  await paused(page);
  await playerOf(page).evaluate(async (player: JetPlayer, trouble) => {
    const { session } = player.player!;
    Object.assign(session, { trouble: { kind: trouble } });
    session.dispatchEvent(new Event('trouble'));
    await player.updateComplete;
  }, kind);
};
