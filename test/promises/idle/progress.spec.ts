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
async function playing(page: Page, demo: string): Promise<void> {
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

interface Measured {
  readonly layouts: number;
  /** Callbacks of `requestAnimationFrame`. */
  readonly scripts: number;
  /** Frames for which the main thread was needed. */
  readonly mainFrames: number;
  /** Frames that were drawn. */
  readonly drawn: number;
  /** The reasons why the compositor does not run an animation. */
  readonly failed: readonly number[];
}

/** Counts what the browser does in three seconds. */
async function measure(page: Page): Promise<Measured> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const layouts = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')!.value;
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const before = await layouts();
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'blink.animations', 'cc', 'benchmark'] } });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  const count = (...names: string[]) => events.filter(({ name, ph }) => names.includes(name) && ph !== 'E' && ph !== 'e').length;
  return {
    layouts: (await layouts()) - before,
    scripts: count('FireAnimationFrame'),
    mainFrames: count('ProxyMain::BeginMainFrame'),
    drawn: count('DirectRenderer::DrawFrame'),
    failed: events.flatMap(({ name, args }) => (name === 'Animation' && args?.data?.compositeFailed ? [args.data.compositeFailed] : []))
  };
}

test('the seek bar moves with the frames, with no layout and no script for each', async ({ page, demo }) => {
  await playing(page, demo);
  const running = await page.locator('jet-player [part=seek]').evaluate((seek) => seek.shadowRoot!.getAnimations().length);
  expect(running).toBeGreaterThanOrEqual(2);
  const { layouts, scripts, mainFrames, drawn, failed } = await measure(page);
  expect(drawn).toBeGreaterThan(30);
  // The clock changes once a second, the state some times.
  expect(layouts).toBeLessThan(drawn / 4);
  expect(mainFrames).toBeLessThan(drawn / 2);
  expect(scripts).toBe(0);
  expect(failed).toEqual([]);
});

test('canary: a seek bar that a script moves has a layout and a script for each frame', async ({ page, demo }) => {
  await playing(page, demo);
  await page.locator('jet-player [part=seek]').evaluate((seek) => {
    const fill = seek.shadowRoot!.querySelector<HTMLElement>('.fill')!;
    const step = (count: number) => {
      fill.style.inlineSize = `${count % 100}px`;
      requestAnimationFrame(() => step(count + 1));
    };
    step(0);
  });
  const { layouts, scripts, mainFrames, drawn } = await measure(page);
  expect(layouts).toBeGreaterThan(drawn / 4);
  expect(mainFrames).toBeGreaterThan(drawn / 2);
  expect(scripts).toBeGreaterThan(drawn / 2);
});

test('no animation runs while playback is paused, the controls are hidden, or motion is reduced', async ({ page, demo }) => {
  await playing(page, demo);
  const running = () =>
    page
      .locator('jet-player [part=seek]')
      .evaluate((seek) => seek.shadowRoot!.getAnimations().filter(({ playState }) => playState === 'running').length);
  await expect.poll(running).toBe(2);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(running).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(running).toBe(2);
  await page.mouse.move(2000, 2000);
  await page.locator('jet-player [part=frame][data-idle]').waitFor();
  await expect.poll(running).toBe(0);
  await page.locator('jet-player').hover();
  await expect.poll(running).toBe(2);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.pause());
  await expect.poll(running).toBe(0);
});
