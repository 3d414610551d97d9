import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import { builds, pageAddress, type Build } from '../promises/hostile/builds.js';
import { counts, expect, test } from '../promises/hostile/hostile-fixtures.js';
import { site, type Answer, type World } from '../support/world.js';
import { fakeSenderFramework } from './stand-in.js';

export { counts, expect, pageAddress, site, test };

const script = 'https://www.gstatic.com/cv/js/sender/v1/cast_sender.js';

/** Google's script host, with the fake framework in place of the real one. */
export const google: Readonly<Record<string, Answer>> = {
  [script]: { body: `(${fakeSenderFramework.toString()})()`, type: 'text/javascript' }
};

export interface PageOptions {
  readonly build?: Build;
  readonly src?: string;
  readonly attributes?: string;
  /** Children of the player. */
  readonly inside?: string;
  readonly policy?: string;
  readonly files?: Readonly<Record<string, Answer>>;
}

/** Opens a page with one player that may cast, and waits until its video is loaded. */
export async function open(page: Page, world: World, options: PageOptions = {}): Promise<void> {
  const { build = builds[0]!, src = '/media/cmaf/master.m3u8', attributes = 'chromecast', inside = '', policy, files = google } = options;
  const player = `<jet-player muted src="${src}" title-text="A day on the delta" style="display:block;width:640px" ${attributes}>${inside}</jet-player>`;
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Casting</title>${build.script}${player}</html>`;
  world.stage({ ...files, [pageAddress]: { type: 'text/html', body, headers: policy ? { 'content-security-policy': policy } : {} } });
  await page.goto(pageAddress);
  // Before playback starts, the control bar appears when the pointer is over the video.
  await page.mouse.move(320, 120);
  await expect
    .poll(() => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')?.readyState ?? 0), { timeout: 30_000 })
    .toBeGreaterThan(1);
}

/** Requests to every host but the site, as `host path`. */
export const thirdParties = ({ hits }: World): string[] =>
  hits.filter(({ origin }) => origin !== site).map(({ origin, path }) => `${new URL(origin).host}${path}`);

/** The path of the sender script, as `thirdParties` writes it. */
export const senderScript = 'www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1';

export const castButton = (page: Page) => page.getByRole('button', { name: 'Cast to a device' });
export const consentDialog = (page: Page) => page.getByRole('dialog', { name: 'Cast with Google?' });
/** The content of the open dialog; it is slotted, and so no descendant of the dialog itself. */
export const dialogContent = (page: Page) => page.locator('jet-dialog[open]');
export const allow = (page: Page) => page.getByRole('button', { name: 'Allow', exact: true }).click();

/** Presses Cast, and consents. */
export async function accept(page: Page): Promise<void> {
  await castButton(page).click();
  await consentDialog(page).waitFor();
  await allow(page);
}

/** The public state of the player. */
export const read = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector<JetPlayer>('jet-player')!;
    const { state } = element.player!;
    const { cast, playback, time, volume, captions, audio } = state.current;
    const { currentTime, paused, muted } = element;
    return {
      status: cast.status,
      device: cast.device,
      problem: cast.problem,
      paused: playback.paused,
      time: time.current,
      duration: time.duration,
      volume: volume.level,
      muted: volume.muted,
      captions: captions.tracks.find(({ id }) => id === captions.choice)?.language ?? null,
      audio: audio.tracks.find(({ id }) => id === audio.choice)?.language ?? null,
      local: { time: element.video.currentTime, paused: element.video.paused },
      element: { currentTime, paused, muted },
      report: element.privacyReport().cast
    };
  });

export const status = async (page: Page): Promise<string> => (await read(page)).status;

/** Casts to the fake receiver, from a time in seconds on. */
export async function castFrom(page: Page, seconds: number): Promise<void> {
  await page.evaluate((to) => document.querySelector<JetPlayer>('jet-player')!.player!.time.seek(to), seconds);
  await expect.poll(async () => (await read(page)).local.time).toBe(seconds);
  await accept(page);
  await expect.poll(() => status(page)).toBe('connected');
}
