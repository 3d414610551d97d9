import type { Page } from '@playwright/test';
import { fakeSenderFramework } from '../../cast/fake-sender-framework.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

const playerIn = (page: Page) => page.locator('jet-player');

/** Moves the pointer over the video, away from every control. */
export const hoverVideo = async (page: Page): Promise<void> => {
  const { x, y } = (await playerIn(page).boundingBox())!;
  await page.mouse.move(x + 30, y + 60);
};

/** Plays, seeks to a time in seconds and pauses there, so that a screenshot is the same every time. */
export async function pauseAt(page: Page, seconds = 12): Promise<void> {
  await playerIn(page).evaluate(async (player: JetPlayer, time) => {
    await player.play();
    player.currentTime = time;
    await new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
    player.pause();
  }, seconds);
}

export async function pauseAndHover(page: Page): Promise<void> {
  await pauseAt(page);
  await hoverVideo(page);
}

/**
 * Presses a key while a button of the player has the focus. Waits for the code of the shortcuts, which loads together with the menus,
 * because a key that is pressed before only starts loading it.
 */
export async function pressKey(page: Page, key: string): Promise<void> {
  const mute = playerIn(page).locator('[part=mute]');
  await mute.focus();
  await playerIn(page).locator('[part=settings]').getByRole('button').waitFor({ state: 'attached' });
  await mute.press(key);
}

export async function openSettings(page: Page): Promise<void> {
  await pauseAndHover(page);
  await playerIn(page).locator('[part=settings]').getByRole('button').click();
  await hoverVideo(page);
}

/** Returns an action that opens the settings and clicks the menu item with this key, which is the same in every language. */
export const chooseSetting =
  (key: string, prepare = pauseAndHover) =>
  async (page: Page) => {
    await prepare(page);
    await playerIn(page).locator('[part=settings]').getByRole('button').click();
    await playerIn(page).getByRole('menu').waitFor();
    const item = playerIn(page).locator(`[part=settings] [data-key="${key}"]`);
    if ((await item.count()) === 0) {
      const group = key === 'transcript' || key === 'caption-style' ? 'captions' : 'more';
      await playerIn(page).locator(`[part=settings] [data-key="${group}"]`).click();
    }
    await item.click();
    await hoverVideo(page);
  };

export async function showCaptions(page: Page): Promise<void> {
  await pauseAt(page, 15);
  await pressKey(page, 'c');
  // The tooltip of the focused button would cover the text.
  await playerIn(page).evaluate((player: JetPlayer) => (player.shadowRoot!.activeElement as HTMLElement | null)?.blur());
  await playerIn(page).evaluate(
    (player: JetPlayer) =>
      new Promise<void>((resolve) => {
        const check = () =>
          player.shadowRoot!.querySelector('jet-captions')?.shadowRoot?.querySelector('.cue') ? resolve() : requestAnimationFrame(check);
        check();
      })
  );
  await hoverVideo(page);
}

/** Opens the side panel with the transcript, and waits until one line is marked as the current one. */
export async function openTranscript(page: Page): Promise<void> {
  await chooseSetting('transcript', showCaptions)(page);
  await playerIn(page).locator('jet-transcript [aria-current]').waitFor();
}

/** Searches the transcript in the side panel. */
export async function searchTranscript(page: Page): Promise<void> {
  await openTranscript(page);
  await playerIn(page).getByRole('searchbox').fill('the');
  await playerIn(page).locator('jet-transcript mark').first().waitFor();
}

/** Opens the caption style panel, and shows captions in another style. */
export async function openCaptionStyle(page: Page): Promise<void> {
  await chooseSetting('caption-style', showCaptions)(page);
  await playerIn(page).evaluate((player: JetPlayer) => player.player!.captions.setStyle({ color: '#ffff00', size: 1.5, edge: 'outline' }));
  await playerIn(page).locator('jet-caption-style .sample').waitFor();
}

/** Switches spoken descriptions on. */
export async function switchDescriptionsOn(page: Page): Promise<void> {
  await pauseAndHover(page);
  await playerIn(page).locator('[part=description]').click();
  await playerIn(page).locator('[part=description][aria-pressed=true]').waitFor();
  await hoverVideo(page);
}

/** Opens the consent dialog for Google Cast. */
export async function openCastConsent(page: Page): Promise<void> {
  await pauseAndHover(page);
  await playerIn(page).locator('[part=cast]').click();
  await playerIn(page).locator('[part=allow]').waitFor();
}

/** Consents to Google Cast, and plays on a fake receiver. */
export async function startCasting(page: Page): Promise<void> {
  await page.route('https://www.gstatic.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `(${fakeSenderFramework.toString()})()` })
  );
  await openCastConsent(page);
  await playerIn(page).locator('[part=allow]').click();
  await playerIn(page).locator('[part=cast][aria-pressed=true]').waitFor();
  await hoverVideo(page);
}

/** Shows the AirPlay button, as in a browser that can play on an AirPlay device. */
export async function offerAirplay(page: Page): Promise<void> {
  await pauseAndHover(page);
  await playerIn(page).evaluate((player: JetPlayer) => {
    Object.assign(HTMLVideoElement.prototype, { webkitShowPlaybackTargetPicker: () => undefined });
    player.toggleAttribute('airplay', true);
    // The browser itself plays a file only if receivers are allowed when it is loaded.
    player.load();
  });
  await playerIn(page).locator('[part=airplay]').waitFor();
}

/** Returns an action that presses a key, and stops the notice about its effect in the middle of its animation. */
export const showKeyNotice = (key: string) => async (page: Page) => {
  await pauseAndHover(page);
  await pressKey(page, key);
  await playerIn(page)
    .locator('[part~=notice]')
    .evaluate((notice) => {
      for (const animation of notice.getAnimations()) {
        animation.pause();
        animation.currentTime = Number(animation.effect!.getComputedTiming().duration) / 2;
      }
    });
};

/** Selects and arranges the controls as a page does, and adds a control of the page. */
export async function arrangeControls(page: Page): Promise<void> {
  await playerIn(page).evaluate((player: JetPlayer) => {
    const icon = 'M12 2v13m4-9-4-4-4 4M4 12v8h16v-8';
    player.controls = ['seek', 'play', 'live', 'latency', { name: 'share', label: 'Share', icon, run: () => undefined }, 'fullscreen'];
  });
  await playLive(page);
}

/** Moves the mouse onto the seek bar, and waits until the preview shows a thumbnail. */
export async function showPreview(page: Page): Promise<void> {
  await pauseAndHover(page);
  const { x, y, width, height } = (await playerIn(page).locator('[part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.42, y + height / 2);
  await playerIn(page).locator('jet-preview canvas:not([hidden])').waitFor({ state: 'attached' });
}

export async function waitForError(page: Page): Promise<void> {
  await playerIn(page).getByRole('alert').waitFor();
}

/** Plays a live stream. A screenshot is taken while it plays. */
export async function playLive(page: Page): Promise<void> {
  await playerIn(page).evaluate((player: JetPlayer) => player.play());
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0);
  await hoverVideo(page);
}

export async function playToEnd(page: Page): Promise<void> {
  await pauseAt(page, 60);
  await playerIn(page).evaluate(async (player: JetPlayer) => {
    player.currentTime = player.duration - 0.4;
    await player.play();
    if (!player.ended) await new Promise((resolve) => player.addEventListener('ended', resolve, { once: true }));
  });
  await hoverVideo(page);
}

/** Simulates a browser that blocks autoplay with audio. */
export async function blockAutoplay(page: Page): Promise<void> {
  await playerIn(page).evaluate(async (player: JetPlayer) => {
    await player.player!.time.seek(0);
    player.player!.session.dispatchEvent(new Event('autoplayblocked'));
    await player.updateComplete;
  });
}

/** Returns an action that simulates an interruption: a server that does not respond, or a channel that is not on the air. */
export const interruptPlayback = (kind: 'reconnecting' | 'unavailable') => async (page: Page) => {
  await pauseAndHover(page);
  await playerIn(page).evaluate(async (player: JetPlayer, interruption) => {
    const { session } = player.player!;
    Object.assign(session, { interruption: { kind: interruption } });
    session.dispatchEvent(new Event('interruption'));
    await player.updateComplete;
  }, kind);
};
