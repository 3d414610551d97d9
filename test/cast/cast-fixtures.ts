import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import { builds, pageUrl, type Build } from '../promises/hostile/builds.js';
import { readForbiddenCalls, expect, test } from '../promises/hostile/hostile-fixtures.js';
import { site, type Answer, type World } from '../support/world.js';
import { fakeSenderFramework } from './fake-sender-framework.js';

export { expect, pageUrl, readForbiddenCalls, site, test };

const senderScriptUrl = 'https://www.gstatic.com/cv/js/sender/v1/cast_sender.js';

/** The response of Google's script host: the fake sender framework in place of the real one. */
export const senderFrameworkFiles: Readonly<Record<string, Answer>> = {
  [senderScriptUrl]: { body: `(${fakeSenderFramework.toString()})()`, type: 'text/javascript' }
};

export interface PageOptions {
  readonly build?: Build;
  readonly src?: string;
  /** Further attributes of the player, as markup. */
  readonly attributes?: string;
  /** The children of the player, as markup. */
  readonly inside?: string;
  /** The Content Security Policy of the page. */
  readonly policy?: string;
  /** The responses of other hosts, by URL. */
  readonly files?: Readonly<Record<string, Answer>>;
}

/** Opens a page with one player that may cast, and waits until its video is loaded. */
export async function open(page: Page, world: World, options: PageOptions = {}): Promise<void> {
  const {
    build = builds[0]!,
    src = '/media/cmaf/master.m3u8',
    attributes = 'chromecast',
    inside = '',
    policy,
    files = senderFrameworkFiles
  } = options;
  const player = `<jet-player muted src="${src}" title-text="A day on the delta" style="display:block;width:640px" ${attributes}>${inside}</jet-player>`;
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Casting</title>${build.script}${player}</html>`;
  world.stage({ ...files, [pageUrl]: { type: 'text/html', body, headers: policy ? { 'content-security-policy': policy } : {} } });
  await page.goto(pageUrl);
  // Before playback starts, the control bar appears when the pointer is over the video.
  await page.mouse.move(320, 120);
  await expect
    .poll(() => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')?.readyState ?? 0), { timeout: 30_000 })
    .toBeGreaterThan(1);
}

/** The requests to hosts other than the site, each as host and path. */
export const thirdPartyRequests = ({ hits }: World): string[] =>
  hits.filter(({ origin }) => origin !== site).map(({ origin, path }) => `${new URL(origin).host}${path}`);

/** The request for the sender script, as `thirdPartyRequests` returns it. */
export const senderScriptRequest = 'www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1';

export const castButton = (page: Page) => page.getByRole('button', { name: 'Cast to a device' });
export const consentDialog = (page: Page) => page.getByRole('dialog', { name: 'Cast with Google?' });
/** The content of the open dialog. It is slotted, so it is not a descendant of the dialog itself. */
export const dialogContent = (page: Page) => page.locator('jet-dialog[open]');
export const pressAllow = (page: Page) => page.getByRole('button', { name: 'Allow', exact: true }).click();

/** Presses Cast, and gives consent in the dialog. */
export async function pressCastAndAllow(page: Page): Promise<void> {
  await castButton(page).click();
  await consentDialog(page).waitFor();
  await pressAllow(page);
}

/** Reads the public state of the player, and the state of the local video and of the element. */
export const readState = (page: Page) =>
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
      reportedCast: element.privacyReport().cast
    };
  });

export const castStatus = async (page: Page): Promise<string> => (await readState(page)).status;

/** Seeks to a time in seconds, and casts to the fake receiver from there. */
export async function castFrom(page: Page, seconds: number): Promise<void> {
  await page.evaluate((to) => document.querySelector<JetPlayer>('jet-player')!.player!.time.seek(to), seconds);
  await expect.poll(async () => (await readState(page)).local.time).toBe(seconds);
  await pressCastAndAllow(page);
  await expect.poll(() => castStatus(page)).toBe('connected');
}
