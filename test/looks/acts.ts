import type { Page } from '@playwright/test';
import { standIn } from '../cast/stand-in.js';
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
export const choose =
  (line: string, first = paused) =>
  async (page: Page) => {
    await first(page);
    await playerOf(page).locator('[part=settings]').getByRole('button').click();
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

/** The side panel with the text of the film, one of its lines the current one. */
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

/** The panel in which captions are dressed, and captions that wear what was chosen. */
export async function styled(page: Page): Promise<void> {
  await choose('caption-style', captions)(page);
  await playerOf(page).evaluate((player: JetPlayer) => player.player!.captions.setStyle({ color: '#ffff00', size: 1.5, edge: 'outline' }));
  await playerOf(page).locator('jet-caption-style .sample').waitFor();
}

/** The words for what is to be seen are read out. */
export async function described(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=description]').click();
  await playerOf(page).locator('[part=description][aria-pressed=true]').waitFor();
  await hover(page);
}

/** Asked whether Google may be contacted. */
export async function asked(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=cast]').click();
  await playerOf(page).locator('[part=allow]').waitFor();
}

/** A device plays, for which the stand-in of the tests speaks. */
export async function casting(page: Page): Promise<void> {
  await page.route('https://www.gstatic.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `(${standIn.toString()})()` })
  );
  await asked(page);
  await playerOf(page).locator('[part=allow]').click();
  await playerOf(page).locator('[part=cast][aria-pressed=true]').waitFor();
  await hover(page);
}

/** As in a browser that can play on a device of Apple's. */
export async function airplay(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).evaluate((player: JetPlayer) => {
    Object.assign(HTMLVideoElement.prototype, { webkitShowPlaybackTargetPicker: () => undefined });
    player.toggleAttribute('airplay', true);
  });
  await playerOf(page).locator('[part=airplay]').waitFor();
}

/** Just after a key, in the middle of the moment for which the picture tells what came of it. */
export const told = (key: string) => async (page: Page) => {
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

/** A page with controls of its own choosing, and one of its own making. */
export async function arranged(page: Page): Promise<void> {
  await playerOf(page).evaluate((player: JetPlayer) => {
    const icon = 'M12 2v13m4-9-4-4-4 4M4 12v8h16v-8';
    player.controls = ['seek', 'play', 'live', 'latency', { name: 'share', label: 'Share', icon, run: () => undefined }, 'fullscreen'];
  });
  await live(page);
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
