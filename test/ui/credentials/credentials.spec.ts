import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import type { Credentials } from '../../../src/media/index.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { axeViolationsIn } from '../../support/axe-violations.js';
import { expect, test } from '../../support/page-fixtures.js';
import { hostsRequestedUnsealed, signVideo, trustedRoot } from '../../support/sign-credentials.js';

const original = readFileSync(new URL('../../../demo/media/film.mp4', import.meta.url));
const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const created = { action: 'c2pa.created', digitalSourceType: `${sourceTypes}digitalCapture`, softwareAgent: { name: 'Camera <i>1</i>' } };
const edited = { action: 'c2pa.edited', softwareAgent: { name: 'Editor' } };
const signed = await signVideo(original, { actions: [created, edited] });
const generated = await signVideo(original, { actions: [{ ...created, digitalSourceType: `${sourceTypes}trainedAlgorithmicMedia` }] });
const remote = await signVideo(original, { actions: [created], remoteUrl: 'http://manifests.third-party.test/video.c2pa' });

/** Returns a copy with one bit changed, counted from the end of the file. */
function altered(file: Uint8Array, fromEnd: number): Uint8Array {
  const copy = new Uint8Array(file);
  copy[copy.length - fromEnd]! ^= 1;
  return copy;
}

/** Answers with a file, or the part of it that is requested. */
async function serve(route: Route, file: Uint8Array): Promise<void> {
  const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(route.request().headers().range ?? '') ?? [];
  const headers = { 'accept-ranges': 'bytes' };
  if (start === undefined) return route.fulfill({ contentType: 'video/mp4', headers, body: Buffer.from(file) });
  const last = end ? Math.min(Number(end), file.length - 1) : file.length - 1;
  await route.fulfill({
    status: 206,
    contentType: 'video/mp4',
    headers: { ...headers, 'content-range': `bytes ${start}-${last}/${file.length}` },
    body: Buffer.from(file.subarray(Number(start), last + 1))
  });
}

const script = '<script type="module" src="/dist/jet-player.js"></script>';

interface Opened {
  readonly requests: string[];
  readonly player: ReturnType<Page['locator']>;
  /** Resolves to the result of the check. */
  result(): Promise<Credentials>;
}

const policy = "default-src 'self'; media-src blob: data:; img-src 'self' blob:; worker-src 'self'";

/** Opens a page with a player of this file, and plays it. */
async function open(page: Page, demo: string, file: Uint8Array, attributes: string, markup = script): Promise<Opened> {
  const requests: string[] = [];
  await page.addInitScript(() => {
    const results: Credentials[] = ((window as unknown as { results: Credentials[] }).results = []);
    addEventListener('jet-credentials-change', (event) => void results.push((event as CustomEvent<Credentials>).detail));
  });
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.route('**/signed.mp4', (route) => serve(route, file));
  await page.route('**/trust.pem', (route) => route.fulfill({ contentType: 'application/x-pem-file', body: trustedRoot }));
  await page.route('**/credentials.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><title>Page</title>${markup}<main><h1>Page</h1><jet-player title-text="The mill" muted ${attributes.includes('src="') ? '' : 'src="/signed.mp4"'} ${attributes}></jet-player></main></html>`
    })
  );
  await page.goto(`${demo}/credentials.html`);
  await page.waitForFunction(() => customElements.get('jet-player') !== undefined);
  const player = page.locator('jet-player');
  await player.evaluate((element: JetPlayer) => element.play());
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0.2);
  const lastResult = () => page.evaluate(() => (window as unknown as { results: Credentials[] }).results.at(-1));
  const result = async () => {
    await expect.poll(async () => (await lastResult())?.status ?? 'checking', { timeout: 30_000 }).not.toMatch(/^(un)?check/);
    return (await lastResult())!;
  };
  return { requests, player, result };
}

const openPanel = async (page: Page): Promise<void> => {
  await page.locator('jet-player').hover();
  await page.getByRole('button', { name: 'Content Credentials' }).click();
};
const status = (page: Page) => page.locator('jet-player jet-dialog p[role=status]');
const plays = (player: Opened['player']) =>
  player.evaluate(async (element: JetPlayer) => {
    const before = element.currentTime;
    await new Promise((resolve) => element.addEventListener('timeupdate', resolve, { once: true }));
    return element.error === null && element.currentTime >= before;
  });

test('the panel checks a signed file when the viewer asks, and says who signed and what was done, as text', async ({ page, demo }) => {
  const { requests, result, player } = await open(page, demo, signed, 'credentials="ask" credentials-trust="/trust.pem"');
  await openPanel(page);
  await expect(status(page)).toHaveText('Not checked yet. A check fetches the whole video once more.');
  expect(requests.filter((path) => /c2pa|worker|trust/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Check now' }).click();
  expect(await result()).toMatchObject({
    status: 'trusted',
    signer: 'Newsroom <b>Delta</b>',
    organization: 'Broadcaster of the tests',
    actions: [
      { action: 'c2pa.created', software: 'Camera <i>1</i>' },
      { action: 'c2pa.edited', software: 'Editor' }
    ],
    ingredients: 0,
    aiLabel: null,
    loaded: signed.length
  });
  await expect(status(page)).toHaveText('Signed by a trusted signer and unchanged since.');
  const dialog = page.locator('jet-player jet-dialog');
  for (const text of ['Newsroom <b>Delta</b>', 'Broadcaster of the tests', 'Camera <i>1</i>', 'Created', 'Edited'])
    await expect(dialog).toContainText(text);
  await expect(dialog.locator('b, i')).toHaveCount(0);
  expect(await axeViolationsIn(page)).toEqual([]);
  expect(await plays(player)).toBe(true);
  if (process.env.PANEL_SHOT) await page.screenshot({ path: process.env.PANEL_SHOT });
});

test('without a trust list, a valid signature is shown as untrusted', async ({ page, demo }) => {
  const { result } = await open(page, demo, signed, 'credentials="check"');
  expect(await result()).toMatchObject({ status: 'untrusted', signer: 'Newsroom <b>Delta</b>' });
  await openPanel(page);
  await expect(status(page)).toContainText('not on the list of trusted signers');
});

test('one changed bit of the video is reported as altered, and no claim of the manifest is shown', async ({ page, demo }) => {
  const { result, player } = await open(page, demo, altered(signed, 1000), 'credentials="check" credentials-trust="/trust.pem"');
  expect(await result()).toMatchObject({ status: 'altered', aiLabel: null });
  await openPanel(page);
  await expect(status(page)).toHaveText('The video or its credentials were changed after signing.');
  await expect(page.locator('jet-player jet-dialog')).not.toContainText('Newsroom');
  expect(await plays(player)).toBe(true);
});

test('a file without a manifest is reported as such', async ({ page, demo }) => {
  const { result } = await open(page, demo, original, 'credentials="check" credentials-trust="/trust.pem"');
  expect((await result()).status).toBe('missing');
  await openPanel(page);
  await expect(status(page)).toHaveText('The video has no Content Credentials.');
});

test('the reader asks no other server, for a certificate or for a manifest', async ({ page, demo }) => {
  // The fixture of the page fails if another host receives a request.
  const { result } = await open(page, demo, remote, 'credentials="check" credentials-trust="/trust.pem"');
  expect(await result()).toMatchObject({ status: 'failed', failure: 'remote' });
});

test('canary: the library itself asks the servers that a certificate and a file name', async () => {
  expect(await hostsRequestedUnsealed(signed, { ocsp_fetch: true })).toContain('ocsp.third-party.test');
  expect(await hostsRequestedUnsealed(remote, { remote_manifest_fetch: true })).toContain('manifests.third-party.test');
});

test('canary: without the attribute, nothing of Content Credentials is loaded, and there is no button', async ({ page, demo }) => {
  const { requests, player } = await open(page, demo, signed, '');
  await player.hover();
  await expect(page.getByRole('button', { name: 'Privacy' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Content Credentials' })).toHaveCount(0);
  expect(requests.filter((path) => /credentials-|c2pa|worker/.test(path))).toEqual([]);
  expect(requests.some((path) => path.includes('/chunks/interface-'))).toBe(true);
});

test('a valid manifest that names artificial intelligence sets the AI label, and an altered one does not', async ({ page, demo }) => {
  const { result, player } = await open(page, demo, generated, 'credentials="check" credentials-trust="/trust.pem"');
  expect((await result()).aiLabel).toBe('generated');
  await expect(page.locator('jet-player .ai-label')).toHaveText(/Made with AI/);
  await page.unroute('**/signed.mp4');
  await page.route('**/other.mp4', (route) => serve(route, altered(generated, 1000)));
  await player.evaluate((element: JetPlayer) => {
    element.src = '/other.mp4';
    return element.play();
  });
  expect(await result()).toMatchObject({ status: 'altered' });
  await expect(page.locator('jet-player .ai-label')).toHaveCount(0);
});

test('a label of the publisher stays as it is', async ({ page, demo }) => {
  const { result, player } = await open(page, demo, generated, 'credentials="check" ai-label="modified"');
  expect((await result()).aiLabel).toBe('generated');
  expect(await player.evaluate((element: JetPlayer) => element.aiLabel)).toBe('modified');
});

const boxes = [...Buffer.from(signed).toString('latin1').matchAll(/jumb/g)].map(({ index }) => index);
for (const [title, change] of [
  ['claims to have boxes of four gigabytes', (file: Uint8Array) => boxes.slice(1).forEach((at) => file.fill(0xff, at - 4, at))],
  ['ends after its first boxes', (file: Uint8Array) => file.fill(0, boxes[1]! + 4, boxes.at(-1))],
  ['has boxes of no size', (file: Uint8Array) => boxes.forEach((at) => file.fill(0, at - 4, at))]
] as const)
  test(`a manifest that ${title} is not valid, and playback goes on`, async ({ page, demo }) => {
    const corrupt = new Uint8Array(signed);
    change(corrupt);
    const { result, player } = await open(page, demo, corrupt, 'credentials="check" credentials-trust="/trust.pem"');
    const { status, failure } = await result();
    expect(['failed', 'invalid', 'altered']).toContain(status);
    expect([null, 'manifest']).toContain(failure);
    expect(await plays(player)).toBe(true);
  });

for (const [title, path, answer] of [
  ['a policy forbids WebAssembly', '**/dist/credentials/worker.js', { 'content-security-policy': "script-src 'self'" }],
  ['the reader is missing', '**/dist/credentials/c2pa.wasm', undefined]
] as const)
  test(`playback goes on when ${title}`, async ({ page, demo }) => {
    await page.route(path, async (route) => {
      if (!answer) return route.fulfill({ status: 404 });
      const response = await route.fetch();
      return route.fulfill({ response, headers: { ...response.headers(), ...answer } });
    });
    const { result, player } = await open(page, demo, signed, 'credentials="check"');
    expect(await result()).toMatchObject({ status: 'failed', failure: 'code' });
    await openPanel(page);
    await expect(status(page)).toHaveText('The credentials could not be read.');
    expect(await plays(player)).toBe(true);
  });

test('the panel works by keyboard alone', async ({ page, demo }) => {
  const { result, player } = await open(page, demo, signed, 'credentials="ask" credentials-trust="/trust.pem"');
  await player.hover();
  await page.getByRole('button', { name: 'Content Credentials' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Content Credentials' })).toBeVisible();
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  expect((await result()).status).toBe('trusted');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Content Credentials' })).toBeFocused();
});

test('a fragmented file is checked as a whole', async ({ page, demo }) => {
  const fragmented = readFileSync(new URL('../../promises/streams/media/fragmented.mp4', import.meta.url));
  const file = await signVideo(fragmented, { actions: [created] });
  const { result } = await open(page, demo, file, 'credentials="check" credentials-trust="/trust.pem"');
  expect(await result()).toMatchObject({ status: 'trusted', loaded: file.length });
});

test('canary: a changed bit in a fragment is found', async ({ page, demo }) => {
  const fragmented = readFileSync(new URL('../../promises/streams/media/fragmented.mp4', import.meta.url));
  const file = altered(await signVideo(fragmented, { actions: [created] }), 2000);
  const { result } = await open(page, demo, file, 'credentials="check" credentials-trust="/trust.pem"');
  expect((await result()).status).toBe('altered');
});

for (const [title, attributes, failure, text] of [
  ['a stream', 'src="/media/cmaf/master.m3u8"', 'stream', 'Content Credentials of streams are not checked.'],
  ['a file with withdrawn passages', 'withdrawn="1000-1001"', 'media', 'The credentials could not be read.']
] as const)
  test(`${title} is not checked, and the reader is not fetched`, async ({ page, demo }) => {
    const { result, requests } = await open(page, demo, signed, `${attributes} credentials="check"`);
    expect(await result()).toMatchObject({ status: 'failed', failure });
    await openPanel(page);
    await expect(status(page)).toHaveText(text);
    expect(requests.filter((path) => /c2pa|worker/.test(path))).toEqual([]);
  });

test('the single script says in the console that it has no reader', async ({ page, demo }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const { player } = await open(page, demo, signed, 'credentials="check"', '<script defer src="/dist/jet-player.bundle.js"></script>');
  await expect.poll(() => warnings.join()).toContain('"credentials" works with the modules (jet-player.js) only');
  await player.hover();
  await expect(page.getByRole('button', { name: 'Content Credentials' })).toHaveCount(0);
});
