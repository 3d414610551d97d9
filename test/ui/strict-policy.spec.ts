import type { JetPlayer } from '../../src/ui/jet-player.js';
import { expect, test } from '../support/page-fixtures.js';

/** The strictest policy that works: no styles except the player's constructed style sheets, and no markup from strings. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; media-src 'self' blob:; img-src 'self' blob:; require-trusted-types-for 'script'";

const pageMarkup = (attributes: string): string => `<!doctype html><html lang="en"><title>x</title>
  <script type="module" src="/dist/jet-player.js"></script>
  <jet-player muted title-text="<b>A day</b>" ${attributes}><track kind="captions" srclang="en" src="/media/captions/en.vtt"></jet-player>`;

const videoAttributes =
  'src="/media/cmaf/master.m3u8" poster="/media/poster.jpg" chapters="/media/chapters.vtt" thumbnails="/media/thumbnails.vtt" hotkeys="document"';

test('the player works without violations when the policy allows no styles', async ({ page: tab, demo }) => {
  const violations: string[] = [];
  await tab.exposeFunction('reportViolation', (violation: string) => violations.push(violation));
  await tab.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { reportViolation } = window as unknown as { reportViolation(violation: string): void };
      reportViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
    })
  );
  tab.on('console', (message) => {
    if (/Content Security Policy|Trusted(?:HTML|Script)/i.test(message.text())) violations.push(message.text());
  });
  await tab.route('**/strict.html*', (route) => {
    const isFailing = route.request().url().endsWith('failing');
    const body = pageMarkup(isFailing ? 'src="/media/none.m3u8"' : videoAttributes);
    return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body });
  });

  await tab.goto(`${demo}/strict.html`);
  const player = tab.locator('jet-player');
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.video.poster)).toMatch(/^blob:/);
  await player.evaluate((element: JetPlayer) => element.play());
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.currentTime), { timeout: 30_000 }).toBeGreaterThan(2.2);
  await tab.keyboard.press('k');
  await tab.keyboard.press('c');
  await expect
    .poll(() =>
      player.evaluate((element: JetPlayer) => [...element.textTracks].some(({ mode, cues }) => mode === 'showing' && cues?.length))
    )
    .toBe(true);

  // The control bar has this position only if the style sheets of the player apply.
  expect(await player.evaluate((element) => getComputedStyle(element.shadowRoot!.querySelector('.bar')!).position)).toBe('absolute');
  const { x, y, width, height } = (await player.getByRole('slider', { name: 'Seek' }).boundingBox())!;
  await tab.mouse.move(x + width * 0.4, y + height / 2);
  await player.locator('jet-preview canvas:not([hidden])').waitFor({ state: 'attached' });
  await tab.mouse.down();
  await tab.mouse.move(x + width * 0.6, y + height / 2);
  await tab.mouse.up();
  // By keyboard, because the bar may hide before a slow machine clicks.
  await player.getByRole('button', { name: 'Settings' }).press('Enter');
  await tab.getByRole('menuitem', { name: 'More' }).click();
  await tab.getByRole('menuitem', { name: 'Chapters' }).click();
  await tab.getByRole('button', { name: /High noon/ }).click();
  await tab.keyboard.press('Escape');
  await player.locator('jet-captions').waitFor({ state: 'attached' });
  await player.getByRole('button', { name: 'Settings' }).press('Enter');
  await tab.getByRole('menuitem', { name: /^Captions/ }).click();
  await tab.getByRole('menuitem', { name: 'Caption style' }).click();
  await tab.getByRole('radio', { name: 'Yellow' }).first().check({ force: true });
  await tab.getByRole('button', { name: 'Reset' }).click();
  await tab.keyboard.press('Escape');
  await player.getByRole('button', { name: 'Settings' }).press('Enter');
  await tab.getByRole('menuitem', { name: /^Captions/ }).click();
  await tab.getByRole('menuitem', { name: 'Transcript' }).click();
  await tab.getByRole('searchbox').fill('mill');
  await player.locator('jet-transcript mark').first().waitFor();
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('Shift+?');
  await tab.getByRole('dialog').waitFor();
  await tab.keyboard.press('Escape');
  await player.getByRole('button', { name: 'Privacy' }).click();
  await tab.getByRole('button', { name: 'Copy as JSON' }).click();

  await tab.goto(`${demo}/strict.html?failing`);
  await player.getByRole('alert').waitFor();
  await tab.goto(`${demo}/strict.html`);
  await player.evaluate((element: JetPlayer) => (element.audio = true));
  await player.getByRole('button', { name: 'Settings' }).waitFor();
  expect(violations).toEqual([]);
});

test('captions of the manifest are loaded when the policy does not allow data: URLs', async ({ page: tab, demo }) => {
  const violations: string[] = [];
  tab.on('console', (message) => /Content Security Policy/i.test(message.text()) && violations.push(message.text()));
  await tab.route('**/strict.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: pageMarkup(videoAttributes).replace(/<track[^>]*>/, '')
    })
  );
  await tab.goto(`${demo}/strict.html`);
  const player = tab.locator('jet-player');
  await player.evaluate((element: JetPlayer) => element.play());
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.player?.state.current.captions.tracks.length ?? 0)).toBe(2);
  await tab.keyboard.press('c');
  await expect
    .poll(() => player.evaluate((element: JetPlayer) => [...element.textTracks].some(({ cues }) => cues?.length)), { timeout: 30_000 })
    .toBe(true);
  expect(violations).toEqual([]);
});

test('canary: a violation of the policy is reported', async ({ page: tab, demo }) => {
  const violations: string[] = [];
  await tab.exposeFunction('reportViolation', (violation: string) => violations.push(violation));
  await tab.route('**/strict.html', (route) =>
    route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: pageMarkup('') })
  );
  await tab.goto(`${demo}/strict.html`);
  await tab.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      (window as unknown as { reportViolation(violation: string): void }).reportViolation(effectiveDirective)
    );
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => violations).toContain('style-src-attr');
});
