import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly args?: { readonly data?: { readonly compositeFailed?: number; readonly displayName?: string } };
}

/** Opens a page in which the demo video plays, with the controls visible. */
async function openPlayingPage(page: Page, demo: string): Promise<void> {
  await page.route(`${demo}/progress`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 960px }</style><script type="module" src="/dist/jet-player.js"></script>
        <jet-player src="/media/cmaf/master.m3u8" muted></jet-player>`
    })
  );
  await page.goto(`${demo}/progress`);
  await page.waitForFunction(() => document.querySelector('jet-player')?.shadowRoot?.querySelector('[part=big-play]'));
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.play());
  await page.locator('jet-player [part=play]').hover();
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 2);
}

interface FrameCounts {
  readonly layouts: number;
  /** Callbacks of `requestAnimationFrame`. */
  readonly animationFrameCallbacks: number;
  /** Frames that needed the main thread. */
  readonly mainFrames: number;
  /** Frames that were drawn. */
  readonly drawnFrames: number;
  /** The reasons why the compositor does not run an animation, one number for each animation. */
  readonly compositorFailures: readonly number[];
}

/** Counts the layouts, callbacks and frames of the page in three seconds. */
async function measure(page: Page): Promise<FrameCounts> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const layouts = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')!.value;
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const before = await layouts();
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'blink.animations', 'cc', 'benchmark'] } });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const tracingComplete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await tracingComplete;
  const count = (...names: string[]) => events.filter(({ name, ph }) => names.includes(name) && ph !== 'E' && ph !== 'e').length;
  return {
    layouts: (await layouts()) - before,
    animationFrameCallbacks: count('FireAnimationFrame'),
    mainFrames: count('ProxyMain::BeginMainFrame'),
    drawnFrames: count('DirectRenderer::DrawFrame'),
    compositorFailures: events.flatMap(({ name, args }) =>
      name === 'Animation' && args?.data?.compositeFailed ? [args.data.compositeFailed] : []
    )
  };
}

test('the seek bar moves without a script, and without a layout or the main thread for each frame', async ({ page, demo }) => {
  await openPlayingPage(page, demo);
  const runningAnimations = await page.locator('jet-player [part=seek]').evaluate((seek) => seek.shadowRoot!.getAnimations().length);
  expect(runningAnimations).toBeGreaterThanOrEqual(2);
  const { layouts, animationFrameCallbacks, mainFrames, drawnFrames, compositorFailures } = await measure(page);
  expect(drawnFrames).toBeGreaterThan(30);
  // The displayed time changes once a second, the state a few times.
  expect(layouts).toBeLessThan(drawnFrames / 4);
  expect(mainFrames).toBeLessThan(drawnFrames / 2);
  expect(animationFrameCallbacks).toBe(0);
  expect(compositorFailures).toEqual([]);
});

test('canary: measure() counts a layout and a callback for each frame when a script moves the seek bar', async ({ page, demo }) => {
  await openPlayingPage(page, demo);
  await page.locator('jet-player [part=seek]').evaluate((seek) => {
    const fill = seek.shadowRoot!.querySelector<HTMLElement>('.fill')!;
    const step = (count: number) => {
      fill.style.inlineSize = `${count % 100}px`;
      requestAnimationFrame(() => step(count + 1));
    };
    step(0);
  });
  const { layouts, animationFrameCallbacks, mainFrames, drawnFrames } = await measure(page);
  expect(layouts).toBeGreaterThan(drawnFrames / 4);
  expect(mainFrames).toBeGreaterThan(drawnFrames / 2);
  expect(animationFrameCallbacks).toBeGreaterThan(drawnFrames / 2);
});

test('no animation runs while playback is paused, the controls are hidden, or motion is reduced', async ({ page, demo }) => {
  await openPlayingPage(page, demo);
  const runningAnimations = () =>
    page
      .locator('jet-player [part=seek]')
      .evaluate((seek) => seek.shadowRoot!.getAnimations().filter(({ playState }) => playState === 'running').length);
  await expect.poll(runningAnimations).toBe(2);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(runningAnimations).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(runningAnimations).toBe(2);
  await page.mouse.move(2000, 2000);
  await page.locator('jet-player [part=frame][data-idle]').waitFor();
  await expect.poll(runningAnimations).toBe(0);
  await page.locator('jet-player').hover();
  await expect.poll(runningAnimations).toBe(2);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.pause());
  await expect.poll(runningAnimations).toBe(0);
});
