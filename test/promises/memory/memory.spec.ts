import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { builds } from '../hostile/builds.js';
import { counts, dialogContent, expect, open, test } from '../../cast/cast-fixtures.js';
import { chosen, choose, command, patience, read, record, stored } from './selections.js';
import { wideUnless } from '../../support/wide.js';

for (const build of builds) {
  test(
    `${build.name}: accesses no storage by default, whatever the viewer selects`,
    wideUnless(build === builds[0]),
    async ({ page, world, problems }) => {
      await open(page, world, { build, attributes: '' });
      await choose(page);
      await page.getByRole('button', { name: 'Privacy' }).click();
      await expect(dialogContent(page)).toContainText(/Stored on this device\s*Nothing/);
      await page.keyboard.press('Escape');
      await page.evaluate(() => void document.querySelector('jet-player')!.remove());
      expect(await counts(page)).toEqual({});
      expect(problems).toEqual([]);
    }
  );
}

for (const kind of ['local', 'session'] as const) {
  test(`${kind}: stores one key, and restores every selection`, wideUnless(kind === 'local'), async ({ page, world, problems }) => {
    const attributes = `storage="${kind}" resume`;
    const store = kind === 'local' ? 'localStorage' : 'sessionStorage';
    await open(page, world, { attributes });
    expect(await record(page, store)).toBe(null);
    await choose(page);
    await command(page, (player) => player.playback.pause());
    await page.reload();
    expect(Object.keys(await stored(page, store))).toEqual(['jet-player']);
    const { positions, day, ...rest } = (await record(page, store))!;
    expect(rest).toEqual({ level: 0.3, muted: false, rate: 1.5, captions: 'nl', quality: 360, audio: 'nl' });
    expect(Object.keys(positions as object)[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([positions, day])).not.toContain('master');
    await expect.poll(() => read(page), patience).toMatchObject({ ...chosen, time: 25 });
    expect(problems).toEqual([]);
  });
}

const look = { size: 1.5, color: '#ffff00', background: '#000080', opacity: 1, edge: 'outline', position: 'top' } as const;
const lookNow = (page: Page) => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.captions.style);

test('restores the caption style, also for another video', async ({ page, world, problems }) => {
  await open(page, world, { attributes: 'storage="local"' });
  await command(page, (player) =>
    player.captions.setStyle({ size: 1.5, color: '#ffff00', background: '#000080', opacity: 1, edge: 'outline', position: 'top' })
  );
  const { day, ...rest } = (await record(page))!;
  expect(day).toBeGreaterThan(20_000);
  expect(rest, 'the selected caption track was not stored').toEqual({ captionStyle: look });
  await page.reload();
  await expect.poll(() => lookNow(page)).toEqual(look);
  await page.evaluate(() => document.querySelector('jet-player')!.setAttribute('src', '/media/film.mp4'));
  await expect.poll(() => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.readyState), patience).toBeGreaterThan(1);
  expect(await lookNow(page)).toEqual(look);
  expect(problems).toEqual([]);
});

test('ignores invalid values in a stored caption style', async ({ page, world, problems }) => {
  await open(page, world, { attributes: 'storage="local"' });
  const written = {
    day: Math.floor(Date.now() / 86_400_000),
    captionStyle: { size: 900, color: 'url(https://tracker.example)', edge: 'raised', x: 1 }
  };
  await page.evaluate((text) => localStorage.setItem('jet-player', text), JSON.stringify(written));
  await page.reload();
  await expect.poll(() => lookNow(page)).toMatchObject({ size: 1, color: '#ffffff', edge: 'raised' });
  expect(problems).toEqual([]);
});

test('does not store the caption style without storage', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  await command(page, (player) => player.captions.setStyle({ size: 2 }));
  expect((await lookNow(page)).size).toBe(2);
  await page.reload();
  await expect.poll(async () => (await lookNow(page)).size).toBe(1);
  expect(await counts(page)).toEqual({});
});

test('stores no digest of the URL without resume', async ({ page, world }) => {
  await open(page, world, { attributes: 'storage="local"' });
  await choose(page);
  expect(await record(page)).not.toHaveProperty('positions');
});

test('does not store settings made by the page, and writes nothing before a selection of the viewer', async ({ page, world }) => {
  await open(page, world, { attributes: 'storage="local" autoplay' });
  await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.volume = 0.9));
  await expect.poll(async () => (await read(page)).time, patience).toBeGreaterThan(0.3);
  expect((await counts(page))['Storage.setItem']).toBe(undefined);
});

test('erases everything with one click, and stores nothing more on this page', async ({ page, world }) => {
  await open(page, world, { attributes: 'storage="local"' });
  await choose(page);
  await page.getByRole('button', { name: 'Privacy' }).click();
  await expect(dialogContent(page)).toContainText('Your choices, for 180 days: Volume, Speed, Captions, Quality, Audio');
  await page.getByRole('button', { name: 'Erase' }).click();
  await expect(dialogContent(page)).toContainText('Nothing until you allow it');
  await command(page, (player) => player.volume.setLevel(0.8));
  expect(await stored(page, 'localStorage')).toEqual({});
  await page.getByRole('button', { name: 'Remember my choices' }).click();
  await command(page, (player) => player.volume.setLevel(0.6));
  await expect.poll(async () => (await record(page))?.['level']).toBe(0.6);
});

test('Global Privacy Control: accesses no storage before consent, and asks again on each page', async ({ page, world }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true }));
  for (const visit of [1, 2]) {
    await open(page, world, { attributes: 'storage="local"' });
    await command(page, (player) => player.volume.setLevel(0.8));
    expect(await counts(page), `visit ${visit}`).toEqual({});
    await page.getByRole('button', { name: 'Privacy' }).click();
    await page.getByRole('button', { name: 'Remember my choices' }).click();
    await command(page, (player) => player.volume.setLevel(0.6));
    await expect.poll(async () => (await record(page))?.['level']).toBe(0.6);
  }
});

test('waits for a consent tool, and erases when it declines', async ({ page, world }) => {
  await page.addInitScript(() =>
    document.addEventListener(
      'DOMContentLoaded',
      () => void (document.querySelector<JetPlayer>('jet-player')!.consent = { storage: false } as never),
      { capture: true }
    )
  );
  await open(page, world, { build: builds[1]!, attributes: 'storage="local"' });
  const decide = (storage: boolean) =>
    page.evaluate((yes) => void (document.querySelector<JetPlayer>('jet-player')!.consent = { storage: yes } as never), storage);
  await decide(true);
  await command(page, (player) => player.volume.setLevel(0.6));
  await expect.poll(async () => (await record(page))?.['level']).toBe(0.6);
  await decide(false);
  expect(await stored(page, 'localStorage')).toEqual({});
});

test('uses only the storage adapter of the publisher when it is set', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  await page.evaluate(() => {
    const kept = new Map<string, string>([['jet-player', JSON.stringify({ day: Math.floor(Date.now() / 86_400_000), level: 0.2 })]]);
    const player = document.querySelector<JetPlayer>('jet-player')!;
    player.storageAdapter = {
      getItem: (key) => Promise.resolve(kept.get(key) ?? null),
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key)
    };
    player.storage = 'local';
    Object.assign(window, { kept });
  });
  await expect.poll(async () => (await read(page)).level).toBe(0.2);
  await command(page, (player) => player.volume.setLevel(0.7));
  const kept = () => page.evaluate(() => (window as unknown as { kept: Map<string, string> }).kept.get('jet-player'));
  await expect.poll(kept).toContain('"level":0.7');
  expect(await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.privacyReport().storage)).toBe('adapter');
  expect(await counts(page)).toEqual({});
});

const broken: readonly [string, () => void][] = [
  [
    'throws when it is accessed',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('No.', 'SecurityError');
        }
      })
  ],
  [
    'throws when it is used',
    () =>
      void (Storage.prototype.getItem = Storage.prototype.setItem =
        () => {
          throw new DOMException('Full.', 'QuotaExceededError');
        })
  ]
];
for (const [index, [name, breakIt]] of broken.entries()) {
  test(`treats a store that ${name} as absent`, wideUnless(index === 0), async ({ page, world, problems }) => {
    await page.addInitScript(breakIt);
    await open(page, world, { attributes: 'storage="local" resume' });
    await choose(page);
    expect(problems).toEqual([]);
  });
}

test('removes records older than 180 days, and foreign ones', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  for (const text of ['{"day":100,"level":0.1}', 'not ours']) {
    await page.evaluate((written) => localStorage.setItem('jet-player', written), text);
    await open(page, world, { attributes: 'storage="local"' });
    await expect.poll(() => stored(page, 'localStorage')).toEqual({});
    expect((await read(page)).level).toBe(1);
  }
});
