import type { Page } from '@playwright/test';
import { fakeSenderFramework } from '../../cast/fake-sender-framework.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

const playerOf = (page: Page) => page.locator('jet-player');

/** Moves the pointer over the video, away from every control. */
export const hover = async (page: Page): Promise<void> => {
  const { x, y } = (await playerOf(page).boundingBox())!;
  await page.mouse.move(x + 30, y + 60);
};

/** Plays to a second and pauses there, so that a screenshot is the same every time. */
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

/**
 * Presses a key with the focus of a keyboard user: on a button of the player. Waits for the code of the shortcuts, which comes with that of
 * the menus: a key that is pressed before only starts loading it.
 */
export async function press(page: Page, key: string): Promise<void> {
  const mute = playerOf(page).locator('[part=mute]');
  await mute.focus();
  await playerOf(page).locator('[part=settings]').getByRole('button').waitFor({ state: 'attached' });
  await mute.press(key);
}

export async function menu(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=settings]').getByRole('button').click();
  await hover(page);
}

/** Opens a menu item of the settings by its name, which is the same in every language. */
export const choose =
  (line: string, first = paused) =>
  async (page: Page) => {
    await first(page);
    await playerOf(page).locator('[part=settings]').getByRole('button').click();
    await playerOf(page).getByRole('menu').waitFor();
    const item = playerOf(page).locator(`[part=settings] [data-key="${line}"]`);
    if ((await item.count()) === 0) {
      const group = line === 'transcript' || line === 'caption-style' ? 'captions' : 'more';
      await playerOf(page).locator(`[part=settings] [data-key="${group}"]`).click();
    }
    await item.click();
    await hover(page);
  };

export async function captions(page: Page): Promise<void> {
  await pausedAt(page, 15);
  await press(page, 'c');
  // The tooltip of the focused button would cover the text.
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

/** The side panel with the transcript, one of its lines the current one. */
export async function transcript(page: Page): Promise<void> {
  await choose('transcript', captions)(page);
  await playerOf(page).locator('jet-transcript [aria-current]').waitFor();
}

/** Writes into the search field of the side panel. */
export async function search(page: Page): Promise<void> {
  await transcript(page);
  await playerOf(page).getByRole('searchbox').fill('the');
  await playerOf(page).locator('jet-transcript mark').first().waitFor();
}

/** The caption style panel, and captions in the selected style. */
export async function styled(page: Page): Promise<void> {
  await choose('caption-style', captions)(page);
  await playerOf(page).evaluate((player: JetPlayer) => player.player!.captions.setStyle({ color: '#ffff00', size: 1.5, edge: 'outline' }));
  await playerOf(page).locator('jet-caption-style .sample').waitFor();
}

/** Audio descriptions are read out. */
export async function described(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=description]').click();
  await playerOf(page).locator('[part=description][aria-pressed=true]').waitFor();
  await hover(page);
}

/** The consent dialog for Google is open. */
export async function asked(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=cast]').click();
  await playerOf(page).locator('[part=allow]').waitFor();
}

/** A fake receiver plays. */
export async function casting(page: Page): Promise<void> {
  await page.route('https://www.gstatic.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `(${fakeSenderFramework.toString()})()` })
  );
  await asked(page);
  await playerOf(page).locator('[part=allow]').click();
  await playerOf(page).locator('[part=cast][aria-pressed=true]').waitFor();
  await hover(page);
}

/** As in a browser that can play on an AirPlay device. */
export async function airplay(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).evaluate((player: JetPlayer) => {
    Object.assign(HTMLVideoElement.prototype, { webkitShowPlaybackTargetPicker: () => undefined });
    player.toggleAttribute('airplay', true);
    // The browser itself plays a file only if receivers are allowed when it is loaded.
    player.load();
  });
  await playerOf(page).locator('[part=airplay]').waitFor();
}

/** Just after a key press, while the interface shows its effect. */
export const keyNotice = (key: string) => async (page: Page) => {
  await paused(page);
  await press(page, key);
  await playerOf(page)
    .locator('[part~=notice]')
    .evaluate((notice) => {
      for (const animation of notice.getAnimations()) {
        animation.pause();
        animation.currentTime = Number(animation.effect!.getComputedTiming().duration) / 2;
      }
    });
};

/** A page that selects the controls, and adds one of its own. */
export async function arranged(page: Page): Promise<void> {
  await playerOf(page).evaluate((player: JetPlayer) => {
    const icon = 'M12 2v13m4-9-4-4-4 4M4 12v8h16v-8';
    player.controls = ['seek', 'play', 'live', 'latency', { name: 'share', label: 'Share', icon, run: () => undefined }, 'fullscreen'];
  });
  await live(page);
}

/** Points at the timeline, where the preview shows the thumbnail. */
export async function preview(page: Page): Promise<void> {
  await paused(page);
  const { x, y, width, height } = (await playerOf(page).locator('[part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.42, y + height / 2);
  await playerOf(page).locator('jet-preview canvas:not([hidden])').waitFor({ state: 'attached' });
}

export async function failed(page: Page): Promise<void> {
  await playerOf(page).getByRole('alert').waitFor();
}

/** A live stream cannot be paused for a screenshot: it is captured while it plays. */
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

/** Simulates a browser that blocks autoplay with audio. */
export async function refused(page: Page): Promise<void> {
  await playerOf(page).evaluate(async (player: JetPlayer) => {
    await player.player!.time.seek(0);
    player.player!.session.dispatchEvent(new Event('autoplayblocked'));
    await player.updateComplete;
  });
}

/** The player is retrying a server that is gone, or waits for a channel. */
export const interrupted = (kind: 'reconnecting' | 'unavailable') => async (page: Page) => {
  await paused(page);
  await playerOf(page).evaluate(async (player: JetPlayer, interruption) => {
    const { session } = player.player!;
    Object.assign(session, { interruption: { kind: interruption } });
    session.dispatchEvent(new Event('interruption'));
    await player.updateComplete;
  }, kind);
};
