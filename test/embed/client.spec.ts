import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { JetEmbed, JetEmbedOptions } from '../../src/embed/client.js';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import {
  embedFrame,
  embedSite,
  expect,
  parentPage,
  parentAddress,
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
    seen: string[];
  }
}

const client = { type: 'text/javascript', body: readFileSync(new URL('../../dist/embed/client.js', import.meta.url)) };
const importClient = `<script type="module">import { JetEmbed } from '/client.js'; window.JetEmbed = JetEmbed;</script>`;
const withClient = (parameters: Record<string, string>) => ({
  [`${pageOrigin}/client.js`]: client,
  [parentAddress]: parentPage(parameters, { extra: importClient })
});
const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };

/** Creates the client for the frame of the page, and waits until it is ready. */
async function connect(page: Page, options: JetEmbedOptions = { timeout: 30_000 }): Promise<void> {
  await page.waitForFunction(() => window.JetEmbed);
  await page.evaluate(async (given) => {
    window.embed = new window.JetEmbed(document.querySelector('iframe')!, given);
    window.seen = [];
    for (const name of ['play', 'playing', 'pause', 'ended', 'timeupdate', 'seeked', 'volumechange', 'ratechange', 'error'])
      window.embed.addEventListener(name, () => window.seen.push(name));
    await window.embed.ready;
  }, options);
}

const codeOf = (page: Page, run: string): Promise<string> =>
  page.evaluate(`(async () => { try { await (${run}); return 'none'; } catch (error) { return error.name + ' ' + error.code; } })()`);
const sees = (page: Page, name: string) => expect.poll(() => page.evaluate(() => window.seen), { timeout: 45_000 }).toContain(name);

test('JetEmbed: every method and property works when the embed is strict', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...withClient(video) });
  await openParentPage(page);
  await connect(page);
  expect(await page.evaluate(() => [window.embed.controllable, window.embed.paused, window.embed.muted, window.embed.loop])).toEqual([
    true,
    true,
    true,
    false
  ]);

  await page.evaluate(() => window.embed.play());
  await sees(page, 'playing');
  expect(await page.evaluate(() => window.embed.paused)).toBe(false);
  await sees(page, 'timeupdate');
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
  const other = audioTracks.find(({ language }) => language === 'nl')!;
  await page.evaluate((id) => window.embed.chooseAudioTrack(id), other.id);
  await expect.poll(async () => (await page.evaluate(() => window.embed.refresh())).audioTrack, { timeout: 30_000 }).toBe(other.id);

  await page.evaluate(() => window.embed.seekToLiveEdge());
  await page.evaluate(() => window.embed.seek(63));
  await page.evaluate(() => window.embed.play());
  await sees(page, 'ended');
  expect(await page.evaluate(() => window.embed.ended)).toBe(true);
  await page.evaluate(() => window.embed.retry());
  const reported = JSON.stringify(await page.evaluate(() => window.embed.refresh()));
  expect(reported, 'a URL in the state').not.toMatch(/https?:|\.m3u8|Mozilla/);
});

for (const [name, run] of [
  ['before anything is loaded', 'embed.seek(30); embed.play()'],
  ['while the video is loading', 'embed.play(); embed.seek(30)']
] as const)
  test(`JetEmbed starts at a position sought ${name}, and the next video starts at its beginning`, async ({ page, world }) => {
    world.stage({ ...embedSite(), ...withClient(video) });
    const frame = await openParentPage(page);
    await connect(page);
    await page.evaluate(run);
    await playsPast(frame, 30.1);
    const first = await frame.evaluate(() => {
      const { played, startTime } = document.querySelector<JetPlayer>('jet-player')!;
      const ranges = Array.from({ length: played.length }, (_, index) => [played.start(index), Math.min(played.end(index), 29)] as const);
      return { before: ranges.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0), startTime };
    });
    // On a slow machine the second command may arrive just after the first was carried out.
    expect(first.before).toBeLessThan(5);
    expect(first.startTime).toBe(0);
    await frame.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.load());
    await expect.poll(() => frame.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.currentTime)).toBeLessThan(10);
  });

test('JetEmbed rejects with a code when it cannot carry out a call', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...withClient(video) });
  await openParentPage(page);
  await connect(page);
  for (const run of [
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
    expect(await codeOf(page, run), run).toBe('EmbedError bad-arguments');
});

test('JetEmbed reports a media error, and retries when retry() is called', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...withClient({ src: `${mediaOrigin}/media/none.m3u8` }) });
  await openParentPage(page);
  await connect(page);
  expect(await codeOf(page, 'embed.play()')).toBe('EmbedError source/not-found');
  await sees(page, 'error');
  expect(await page.evaluate(() => window.embed.error)).toBe('source/not-found');
});

test('JetEmbed rejects ready with the reason when the frame refuses its URL', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...withClient({ src: 'https://video.evil.test/a.m3u8' }) });
  await openParentPage(page);
  await page.waitForFunction(() => window.JetEmbed);
  expect(await codeOf(page, 'new JetEmbed(document.querySelector("iframe")).ready')).toBe('EmbedError policy/blocked');
});

test('JetEmbed rejects a call after its timeout when there is no answer', async ({ page, world }) => {
  world.stage({ ...embedSite({ plan: planOf({ pages: ['https://www.page-friend.test'] }), without: 'headers' }), ...withClient(video) });
  await openParentPage(page);
  await page.waitForFunction(() => window.JetEmbed);
  expect(await codeOf(page, 'new JetEmbed(document.querySelector("iframe"), { timeout: 200 }).play()')).toBe('EmbedError timeout');
});

test('JetEmbed times out after five seconds when no timeout is given', async ({ page, world }) => {
  world.stage({ ...embedSite({ plan: planOf({ pages: ['https://www.page-friend.test'] }), without: 'headers' }), ...withClient(video) });
  await page.clock.install({ time: 0 });
  await openParentPage(page);
  await page.waitForFunction(() => window.JetEmbed);
  // From here on, only `runFor` moves the clock.
  await page.clock.pauseAt(600_000);
  await page.evaluate(() => {
    window.seen = [];
    new window.JetEmbed(document.querySelector('iframe')!).pause().catch((error: { code: string }) => window.seen.push(error.code));
  });
  await page.clock.runFor(4900);
  expect(await page.evaluate(() => window.seen)).toEqual([]);
  await page.clock.runFor(200);
  expect(await page.evaluate(() => window.seen)).toEqual(['timeout']);
});

test('JetEmbed receives events and rejects every command as read-only when no page is named', async ({ page, world }) => {
  world.stage({ ...embedSite({ plan: planOf({ pages: [] }) }), ...withClient(video) });
  const frame = await openParentPage(page);
  await connect(page);
  expect(await page.evaluate(() => window.embed.controllable)).toBe(false);
  expect(await codeOf(page, 'embed.play()')).toBe('EmbedError read-only');
  await pressPlay(frame);
  await sees(page, 'play');
  await playsPast(frame, 0.5);
  expect(await page.evaluate(() => window.seen)).not.toContain('timeupdate');
});

test('JetEmbed rejects open calls and removes its listeners when the iframe is removed', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...withClient(video) });
  await openParentPage(page);
  await connect(page);
  const codes = await page.evaluate(async () => {
    const code = (error: { code: string }) => error.code;
    const open = window.embed.play().then(() => 'done', code);
    document.querySelector('iframe')!.remove();
    return [await open, await window.embed.pause().then(() => 'done', code)];
  });
  expect(codes).toEqual(['closed', 'closed']);
});

test('JetEmbed ends when it is destroyed, and connects again when the frame is reloaded', async ({ page, world }) => {
  world.stage({ ...embedSite(), ...withClient(video) });
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
  expect(await codeOf(page, 'embed.play()')).toBe('EmbedError closed');
});
