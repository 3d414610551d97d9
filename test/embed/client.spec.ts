import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { JetEmbed, JetEmbedOptions } from '../../src/embed/client.js';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import {
  embedFrame,
  embedSite,
  expect,
  parentPage,
  parentUrl,
  mediaOrigin,
  openParentPage,
  pageOrigin,
  planOf,
  playsPast,
  pressPlay,
  test
} from './embed-fixtures.js';

declare global {
  interface Window {
    JetEmbed: typeof JetEmbed;
    embed: JetEmbed;
    /** The types of the events that the client dispatched. */
    eventTypes: string[];
    /** The codes of the errors with which calls rejected. */
    errorCodes: string[];
  }
}

const clientFile = { type: 'text/javascript', body: readFileSync(new URL('../../dist/embed/client.js', import.meta.url)) };
const importClient = `<script type="module">import { JetEmbed } from '/client.js'; window.JetEmbed = JetEmbed;</script>`;
/** The parent page, which imports the client, and the file of the client. */
const parentPageWithClient = (parameters: Record<string, string>) => ({
  [`${pageOrigin}/client.js`]: clientFile,
  [parentUrl]: parentPage(parameters, { extra: importClient })
});
const videoParameters = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };

/** Creates the client for the frame of the page, and waits until it is ready. */
async function connect(page: Page, options: JetEmbedOptions = { timeout: 30_000 }): Promise<void> {
  await page.waitForFunction(() => window.JetEmbed);
  await page.evaluate(async (clientOptions) => {
    window.embed = new window.JetEmbed(document.querySelector('iframe')!, clientOptions);
    window.eventTypes = [];
    for (const type of ['play', 'playing', 'pause', 'ended', 'timeupdate', 'seeked', 'volumechange', 'ratechange', 'error'])
      window.embed.addEventListener(type, () => window.eventTypes.push(type));
    await window.embed.ready;
  }, options);
}

/** Returns the name and the code of the error with which an expression rejects, or `none`. */
const rejectionOf = (page: Page, expression: string): Promise<string> =>
  page.evaluate(
    `(async () => { try { await (${expression}); return 'none'; } catch (error) { return error.name + ' ' + error.code; } })()`
  );
const waitForEvent = (page: Page, type: string) =>
  expect.poll(() => page.evaluate(() => window.eventTypes), { timeout: 45_000 }).toContain(type);

test('JetEmbed controls a strict embed with every method and property', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...parentPageWithClient(videoParameters) });
  await openParentPage(page);
  await connect(page);
  expect(await page.evaluate(() => [window.embed.controllable, window.embed.paused, window.embed.muted, window.embed.loop])).toEqual([
    true,
    true,
    true,
    false
  ]);

  await page.evaluate(() => window.embed.play());
  await waitForEvent(page, 'playing');
  expect(await page.evaluate(() => window.embed.paused)).toBe(false);
  await waitForEvent(page, 'timeupdate');
  expect(await page.evaluate(() => Math.round(window.embed.duration))).toBe(64);
  await page.evaluate(() => window.embed.pause());
  expect(await page.evaluate(() => window.embed.paused)).toBe(true);

  await page.evaluate(() => window.embed.seek(30));
  expect(await page.evaluate(() => window.embed.currentTime)).toBe(30);
  await page.evaluate(() => window.embed.skip(-10));
  expect(await page.evaluate(() => window.embed.currentTime)).toBe(20);
  await page.evaluate(() => (window.embed.currentTime = 12));
  await expect.poll(() => page.evaluate(() => window.embed.currentTime)).toBe(12);

  await page.evaluate(() => window.embed.setVolume(0.4));
  expect(await page.evaluate(() => [window.embed.volume, window.embed.muted])).toEqual([0.4, false]);
  await page.evaluate(() => window.embed.setMuted(true));
  expect(await page.evaluate(() => window.embed.muted)).toBe(true);
  await page.evaluate(() => (window.embed.volume = 0.2));
  await expect.poll(() => page.evaluate(() => window.embed.volume)).toBe(0.2);
  await page.evaluate(() => (window.embed.muted = true));
  await expect.poll(() => page.evaluate(() => window.embed.muted)).toBe(true);
  await page.evaluate(() => window.embed.setPlaybackRate(2));
  expect(await page.evaluate(() => window.embed.playbackRate)).toBe(2);
  await page.evaluate(() => (window.embed.playbackRate = 1));
  await expect.poll(() => page.evaluate(() => window.embed.playbackRate)).toBe(1);
  await page.evaluate(() => window.embed.setLoop(true));
  expect(await page.evaluate(() => window.embed.loop)).toBe(true);
  await page.evaluate(() => (window.embed.loop = false));
  await expect.poll(() => page.evaluate(() => window.embed.loop)).toBe(false);

  const { renditions, captionTracks, audioTracks } = await page.evaluate(() => window.embed.refresh());
  expect(renditions.map(({ height }) => height).sort()).toEqual([240, 360, 720]);
  await page.evaluate((id) => window.embed.chooseRendition(id), renditions[0]!.id);
  expect(await page.evaluate(() => window.embed.state.rendition)).toBe(renditions[0]!.id);
  expect(captionTracks.map(({ language }) => language).sort()).toEqual(['en', 'nl']);
  await page.evaluate((id) => window.embed.chooseCaptions(id), captionTracks[0]!.id);
  await expect.poll(async () => (await page.evaluate(() => window.embed.refresh())).captions).toBe(captionTracks[0]!.id);
  await page.evaluate(() => window.embed.toggleCaptions());
  await expect.poll(async () => (await page.evaluate(() => window.embed.refresh())).captions).toBe(null);
  const dutchTrack = audioTracks.find(({ language }) => language === 'nl')!;
  await page.evaluate((id) => window.embed.chooseAudioTrack(id), dutchTrack.id);
  await expect.poll(async () => (await page.evaluate(() => window.embed.refresh())).audioTrack, { timeout: 30_000 }).toBe(dutchTrack.id);

  await page.evaluate(() => window.embed.seekToLiveEdge());
  await page.evaluate(() => window.embed.seek(63));
  await page.evaluate(() => window.embed.play());
  await waitForEvent(page, 'ended');
  expect(await page.evaluate(() => window.embed.ended)).toBe(true);
  await page.evaluate(() => window.embed.retry());
  const state = JSON.stringify(await page.evaluate(() => window.embed.refresh()));
  expect(state, 'a URL in the state').not.toMatch(/https?:|\.m3u8|Mozilla/);
});

for (const [name, calls] of [
  ['before anything is loaded', 'embed.seek(30); embed.play()'],
  ['while the video is loading', 'embed.play(); embed.seek(30)']
] as const)
  test(`JetEmbed plays from the position of a seek ${name}, and a video that is loaded later plays from its beginning`, async ({
    page,
    world
  }) => {
    world.stage({ ...embedSite(), ...parentPageWithClient(videoParameters) });
    const frame = await openParentPage(page);
    await connect(page);
    await page.evaluate(calls);
    await playsPast(frame, 30.1);
    const playback = await frame.evaluate(() => {
      const { played, startTime } = document.querySelector<JetPlayer>('jet-player')!;
      const ranges = Array.from({ length: played.length }, (_, index) => [played.start(index), Math.min(played.end(index), 29)] as const);
      return { secondsBefore: ranges.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0), startTime };
    });
    // On a slow machine the second command may arrive just after the first was carried out.
    expect(playback.secondsBefore).toBeLessThan(5);
    expect(playback.startTime).toBe(0);
    await frame.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.load());
    await expect.poll(() => frame.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.currentTime)).toBeLessThan(10);
  });

test('JetEmbed rejects a call with the code bad-arguments when its arguments are invalid', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...parentPageWithClient(videoParameters) });
  await openParentPage(page);
  await connect(page);
  for (const call of [
    'embed.seek(NaN)',
    'embed.seek("1")',
    'embed.setVolume(2)',
    'embed.setVolume(-1)',
    'embed.setMuted("yes")',
    'embed.setPlaybackRate(0)',
    'embed.setPlaybackRate(1e9)',
    'embed.chooseRendition({})',
    'embed.chooseCaptions("x".repeat(999))',
    'embed.setLoop(1)'
  ])
    expect(await rejectionOf(page, call), call).toBe('EmbedError bad-arguments');
});

test('JetEmbed rejects play() and reports the error when the source is missing', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...parentPageWithClient({ src: `${mediaOrigin}/media/none.m3u8` }) });
  await openParentPage(page);
  await connect(page);
  expect(await rejectionOf(page, 'embed.play()')).toBe('EmbedError source/not-found');
  await waitForEvent(page, 'error');
  expect(await page.evaluate(() => window.embed.error)).toBe('source/not-found');
});

test('JetEmbed rejects ready with the code of the reason when the frame refuses its URL', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...parentPageWithClient({ src: 'https://video.evil.test/a.m3u8' }) });
  await openParentPage(page);
  await page.waitForFunction(() => window.JetEmbed);
  expect(await rejectionOf(page, 'new JetEmbed(document.querySelector("iframe")).ready')).toBe('EmbedError policy/blocked');
});

test('JetEmbed rejects a call after its timeout when there is no answer', async ({ page, world }) => {
  world.stage({
    ...embedSite({ plan: planOf({ pages: ['https://www.page-friend.test'] }), without: 'headers' }),
    ...parentPageWithClient(videoParameters)
  });
  await openParentPage(page);
  await page.waitForFunction(() => window.JetEmbed);
  expect(await rejectionOf(page, 'new JetEmbed(document.querySelector("iframe"), { timeout: 200 }).play()')).toBe('EmbedError timeout');
});

test('JetEmbed times out after five seconds when no timeout is given', async ({ page, world }) => {
  world.stage({
    ...embedSite({ plan: planOf({ pages: ['https://www.page-friend.test'] }), without: 'headers' }),
    ...parentPageWithClient(videoParameters)
  });
  await page.clock.install({ time: 0 });
  await openParentPage(page);
  await page.waitForFunction(() => window.JetEmbed);
  // From here on, only `runFor` moves the clock.
  await page.clock.pauseAt(600_000);
  await page.evaluate(() => {
    window.errorCodes = [];
    new window.JetEmbed(document.querySelector('iframe')!).pause().catch((error: { code: string }) => window.errorCodes.push(error.code));
  });
  await page.clock.runFor(4900);
  expect(await page.evaluate(() => window.errorCodes)).toEqual([]);
  await page.clock.runFor(200);
  expect(await page.evaluate(() => window.errorCodes)).toEqual(['timeout']);
});

test('JetEmbed receives play but not timeupdate, and rejects play() as read-only, when the publisher lists no page', async ({
  page,
  world
}) => {
  world.stage({ ...embedSite({ plan: planOf({ pages: [] }) }), ...parentPageWithClient(videoParameters) });
  const frame = await openParentPage(page);
  await connect(page);
  expect(await page.evaluate(() => window.embed.controllable)).toBe(false);
  expect(await rejectionOf(page, 'embed.play()')).toBe('EmbedError read-only');
  await pressPlay(frame);
  await waitForEvent(page, 'play');
  await playsPast(frame, 0.5);
  expect(await page.evaluate(() => window.eventTypes)).not.toContain('timeupdate');
});

test('JetEmbed rejects pending and later calls with the code closed when the iframe is removed', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...parentPageWithClient(videoParameters) });
  await openParentPage(page);
  await connect(page);
  const codes = await page.evaluate(async () => {
    const code = (error: { code: string }) => error.code;
    const pendingCall = window.embed.play().then(() => 'done', code);
    document.querySelector('iframe')!.remove();
    return [await pendingCall, await window.embed.pause().then(() => 'done', code)];
  });
  expect(codes).toEqual(['closed', 'closed']);
});

test('JetEmbed connects again when the frame is reloaded, and rejects calls after destroy()', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...parentPageWithClient(videoParameters) });
  await openParentPage(page);
  await connect(page);
  await page.evaluate(() => window.embed.setVolume(0.3));
  await page.evaluate(() => (document.querySelector('iframe')!.src += '&loop'));
  await expect.poll(() => embedFrame(page)?.url() ?? '').toContain('&loop');
  await expect
    .poll(
      async () =>
        page.evaluate(() =>
          window.embed.refresh().then(
            ({ loop }) => loop,
            () => false
          )
        ),
      { timeout: 30_000 }
    )
    .toBe(true);
  await page.evaluate(() => window.embed.destroy());
  expect(await rejectionOf(page, 'embed.play()')).toBe('EmbedError closed');
});
