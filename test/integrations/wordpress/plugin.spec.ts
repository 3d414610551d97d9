import type { Page } from '@playwright/test';
import type { Report } from '../../../src/cli/audit/report.js';
import { auditLocally } from '../../cli/audited.js';
import { expect } from '../../support/page-fixtures.js';
import { expectPlays, openAdmin, publish, saveSettings, test } from './wordpress-fixtures.js';

test.describe.configure({ mode: 'serial' });

const hostsLabel = 'Allowed hosts';
const settingsPage = 'options-general.php?page=jet-player';
const uploads = '/wp-content/uploads/demo';
const shortcode = `[jet_player src="${uploads}/cmaf/manifest.mpd" title="Council &amp; public" poster="${uploads}/poster.jpg" captions="${uploads}/captions/en.vtt" srclang="en" label="English" preload="none" loop="false" muted]`;
let blockUrl = '';
let shortcodeUrl = '';

/** Returns the origins of the requests of a page, except `blob:` and `data:`. */
function observeOrigins(page: Page): Set<string> {
  const origins = new Set<string>();
  page.on('request', (request) => /^https?:/.test(request.url()) && origins.add(new URL(request.url()).origin));
  return origins;
}

/** Audits a page whose player may contact one origin besides the site. */
const audit = (url: string, origin = url) =>
  auditLocally(url, (_, response) => response.end(), '--watch', '1', '--expect', new URL(origin).origin);

/** Returns whether the responses from the uploads are reserved: all of them, none, or some. */
const areUploadsReserved = ({ reservation = [] }: Report): boolean[] => [
  ...new Set(reservation.filter(({ url }) => url.includes('/uploads/')).map(({ reserved }) => reserved))
];

test('an administrator uploads the ZIP file of the release and activates the plugin', async ({ page, wordpress }) => {
  await openAdmin(page, wordpress, 'plugin-install.php?tab=upload');
  await page.locator('#pluginzip').setInputFiles(wordpress.zip);
  await page.getByRole('button', { name: 'Install Now' }).click();
  await page.getByRole('link', { name: 'Activate Plugin' }).click();
  await expect(page.getByText('Plugin activated.')).toBeVisible();
});

test('the settings page names a wrong line, keeps everything that was typed, and uses the lines that are right', async ({
  page,
  wordpress,
  demo
}) => {
  await openAdmin(page, wordpress, settingsPage);
  const typed = `${demo}\nmedia.example.eu\nhttps://*.example.eu`;
  await saveSettings(page, { texts: { [hostsLabel]: typed, 'Terms of text and data mining': 'terms' } });
  await expect(page.locator('.notice-error')).toHaveText([/"media\.example\.eu" is not a host/, /"terms" is not the address of a page/]);
  await expect(page.getByRole('textbox', { name: hostsLabel })).toHaveValue(typed);
  expect(JSON.parse(wordpress.run('echo json_encode(JetPlayer\\allowed_origins());'))).toEqual([demo, 'https://*.example.eu']);
  await page.screenshot({ path: 'test-results/wordpress/settings.png', fullPage: true });
  await saveSettings(page, { texts: { [hostsLabel]: demo, 'Terms of text and data mining': '' } });
  await expect(page.locator('.notice-error')).toHaveCount(0);
});

test('an editor inserts the block, sees why an address is refused, publishes, and the video plays', async ({ page, wordpress, demo }) => {
  await openAdmin(page, wordpress, 'post-new.php');
  await page.getByRole('textbox', { name: 'Add title' }).fill('Block');
  await page.getByRole('button', { name: 'Toggle block inserter' }).click();
  await page.getByRole('searchbox').first().fill('jet-player');
  await page.getByRole('option', { name: 'jet-player' }).click();
  const block = page.locator('.jet-player-block');
  const address = block.getByLabel('Address of the video');
  await expect(block.getByText('The player has no video yet')).toBeVisible();
  await address.fill('https://elsewhere.test/master.m3u8');
  await expect(block.getByText('is on https://elsewhere.test, which is not an allowed host')).toBeVisible();
  await address.fill(`${demo}/media/cmaf/master.m3u8`);
  await block.getByLabel('Title').fill('Council meeting');
  await expect(block.locator('jet-player[title-text="Council meeting"]')).toBeVisible();
  await page.screenshot({ path: 'test-results/wordpress/editor.png' });
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.locator('.editor-post-publish-panel').getByRole('button', { name: 'Publish', exact: true }).click();
  blockUrl = (await page
    .locator('.post-publish-panel__postpublish-buttons')
    .getByRole('link', { name: 'View Post' })
    .getAttribute('href'))!;

  await page.context().clearCookies();
  const origins = observeOrigins(page);
  await page.goto(blockUrl);
  await expectPlays(page);
  await page.screenshot({ path: 'test-results/wordpress/published.png', fullPage: true });
  expect([...origins].sort()).toEqual([wordpress.url, demo].sort());
});

test('the shortcode produces the same player, with captions, from the files of the site alone', async ({ page, wordpress, demo }) => {
  shortcodeUrl = publish(wordpress, 'Shortcode', shortcode);
  const origins = observeOrigins(page);
  await page.goto(shortcodeUrl);
  const player = page.locator('jet-player');
  await expect(player).toHaveAttribute('title-text', 'Council & public');
  await expect(player).toHaveAttribute('allow-origins', demo);
  await expect(player).toHaveAttribute('muted', '');
  expect(await player.getAttribute('loop')).toBe(null);
  await expect(player.locator('track')).toHaveAttribute('src', `${uploads}/captions/en.vtt`);
  await expectPlays(page);
  expect([...origins]).toEqual([wordpress.url]);
});

test('a block and a shortcode with the same attributes have the same markup, but for the class of the block', async ({ wordpress }) => {
  const attributes = { src: '/a.mp4', title: 'A "title" <b>', captions: '/a.vtt', srclang: 'de', 'ai-label': 'modified', autoplay: true };
  const block = `<!-- wp:jet-player/player ${JSON.stringify(attributes)} /-->`;
  const [rendered, expected] = JSON.parse(
    wordpress.run(
      `$a = json_decode(base64_decode('${Buffer.from(JSON.stringify(attributes)).toString('base64')}'), true);
      echo json_encode(array(do_blocks(base64_decode('${Buffer.from(block).toString('base64')}')), JetPlayer\\render_shortcode($a)));`
    )
  ) as [string, string];
  expect(rendered.replace(' class="wp-block-jet-player-player"', '')).toBe(expected);
  expect(expected).toContain('title-text="A &quot;title&quot; &lt;b&gt;"');
});

test('visitors see nothing where the address is refused, and editors see the reason', async ({ page, wordpress }) => {
  const url = publish(wordpress, 'Refused', '[jet_player src="https://elsewhere.test/a.mp4"]');
  await page.goto(url);
  await expect(page.locator('jet-player, .jet-player-problem')).toHaveCount(0);
  await openAdmin(page, wordpress, '');
  await page.goto(url);
  await expect(page.locator('.jet-player-problem')).toContainText('not an allowed host');
});

test('the script is only on pages with a player', async ({ page, wordpress }) => {
  const scripts = page.locator('script[src*="jet-player"]');
  await page.goto(publish(wordpress, 'Plain', 'No player here.'));
  await expect(scripts).toHaveCount(0);
  await page.goto(shortcodeUrl);
  await expect(scripts).toHaveCount(1);
  await expect(scripts).toHaveAttribute('type', 'module');
});

test('canary: the audit names the host of an image in the page, and what WordPress itself does', async ({ wordpress, demo }) => {
  test.setTimeout(120_000);
  const url = publish(wordpress, 'Canary', `${shortcode}<img src="https://third-party.test/pixel.png" alt="">`);
  const { code, report } = await audit(url, demo);
  expect(code).toBe(1);
  expect(report.verdict.unexpected).toContain('https://third-party.test');
  expect(report.fingerprinting.map(({ api }) => api).join()).toContain('canvas');
  expect(areUploadsReserved(report)).toEqual([false]);
});

test('the audit of the published block is clean once the emoji script of WordPress is off', async ({ page, wordpress, demo }) => {
  test.setTimeout(120_000);
  await openAdmin(page, wordpress, settingsPage);
  await saveSettings(page, { checked: ['no_emoji'] });
  const { code, stderr, report, contacted } = await audit(blockUrl, demo);
  expect(report.played).toBe(true);
  const unexpected = stderr.match(/Not expected.*/)?.[0];
  expect({ code, unexpected, contacted }).toEqual({ code: 0, unexpected: undefined, contacted: [] });
});

test('the headers are sent with pages that have a player, and the video plays with all of them', async ({ page, wordpress, demo }) => {
  test.setTimeout(180_000);
  await openAdmin(page, wordpress, settingsPage);
  const names = ['content-security-policy', 'referrer-policy', 'permissions-policy', 'tdm-reservation', 'tdm-policy', 'x-robots-tag'];
  const headersOf = async (url: string) => {
    const response = (await page.goto(url))!;
    return names.map((name) => response.headers()[name]);
  };
  expect(await headersOf(blockUrl)).toEqual(names.map(() => undefined));
  await page.goto(`${wordpress.url}/wp-admin/${settingsPage}`);
  await saveSettings(page, {
    checked: ['csp', 'referrer_policy', 'permissions_policy', 'reservation'],
    texts: { 'Terms of text and data mining': 'https://www.example.eu/tdm' }
  });
  await page.context().clearCookies();
  expect(await headersOf(`${wordpress.url}/plain/`)).toEqual(names.map(() => undefined));
  expect(await headersOf(blockUrl)).toEqual([
    expect.stringContaining(`connect-src 'self' ${demo};`),
    'no-referrer',
    expect.stringContaining('camera=()'),
    ...['1', 'https://www.example.eu/tdm', 'noai, noimageai']
  ]);
  await expectPlays(page);
  const rules = await page.request.get(`${wordpress.url}/.well-known/tdmrep.json`);
  expect(await rules.json()).toEqual([
    { location: '/wp-content/uploads/*', 'tdm-reservation': 1, 'tdm-policy': 'https://www.example.eu/tdm' }
  ]);
  const { report } = await audit(shortcodeUrl);
  expect(areUploadsReserved(report)).toEqual([true]);
});

test('canary: the browser stops an image of another host under the policy', async ({ page, wordpress }) => {
  const blocked = page.waitForEvent('requestfailed', (request) => request.url().includes('third-party.test'));
  await page.goto(`${wordpress.url}/canary/`);
  expect((await blocked).failure()?.errorText).toContain('csp');
});

test('the plugin causes no message of PHP, and stores only its option, which its removal deletes', async ({ page, wordpress }) => {
  wordpress.run("trigger_error('canary: messages are logged');");
  expect(wordpress.log()).toContain('canary: messages are logged');
  expect(
    wordpress
      .log()
      .split('\n')
      .filter((line) => line.includes('/plugins/jet-player/'))
  ).toEqual([]);
  const options = () =>
    wordpress.run(`global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE 'jet%'");`);
  expect(options()).toBe('1');
  await openAdmin(page, wordpress, 'plugins.php');
  await page.locator('#deactivate-jet-player').click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('#delete-jet-player').click();
  await expect(page.locator('tr[data-slug="jet-player"]:not(.plugin-deleted-tr)')).toHaveCount(0);
  expect(options()).toBe('0');
});
