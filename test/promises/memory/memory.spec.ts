import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { builds } from '../hostile/builds.js';
import { readForbiddenCalls, dialogContent, expect, open, test } from '../../cast/cast-fixtures.js';
import { selectedValues, selectEverything, runCommand, pollOptions, readSelections, readRecord, readStorage } from './selections.js';
import { wideUnless } from '../../support/wide.js';

for (const build of builds) {
  test(
    `${build.name}: the player accesses no storage by default, whatever the viewer selects`,
    wideUnless(build === builds[0]),
    async ({ page, world, problems }) => {
      await open(page, world, { build, attributes: '' });
      await selectEverything(page);
      await page.getByRole('button', { name: 'Privacy' }).click();
      await expect(dialogContent(page)).toContainText(/Stored on this device\s*Nothing/);
      await page.keyboard.press('Escape');
      await page.evaluate(() => void document.querySelector('jet-player')!.remove());
      expect(await readForbiddenCalls(page)).toEqual({});
      expect(problems).toEqual([]);
    }
  );
}

for (const kind of ['local', 'session'] as const) {
  test(
    `storage="${kind}" with resume stores one key, and restores every selection and the position`,
    wideUnless(kind === 'local'),
    async ({ page, world, problems }) => {
      const attributes = `storage="${kind}" resume`;
      const store = kind === 'local' ? 'localStorage' : 'sessionStorage';
      await open(page, world, { attributes });
      expect(await readRecord(page, store)).toBe(null);
      await selectEverything(page);
      await runCommand(page, (player) => player.playback.pause());
      await page.reload();
      expect(Object.keys(await readStorage(page, store))).toEqual(['jet-player']);
      const { positions, day, ...rest } = (await readRecord(page, store))!;
      expect(rest).toEqual({ level: 0.3, muted: false, rate: 1.5, captions: 'nl', quality: 360, audio: 'nl' });
      expect(Object.keys(positions as object)[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify([positions, day])).not.toContain('master');
      await expect.poll(() => readSelections(page), pollOptions).toMatchObject({ ...selectedValues, time: 25 });
      expect(problems).toEqual([]);
    }
  );
}

const captionStyle = { size: 1.5, color: '#ffff00', background: '#000080', opacity: 1, edge: 'outline', position: 'top' } as const;
const readCaptionStyle = (page: Page) =>
  page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.captions.style);

test('storage="local" restores the caption style, also for another video', async ({ page, world, problems }) => {
  await open(page, world, { attributes: 'storage="local"' });
  await runCommand(page, (player) =>
    player.captions.setStyle({ size: 1.5, color: '#ffff00', background: '#000080', opacity: 1, edge: 'outline', position: 'top' })
  );
  const { day, ...rest } = (await readRecord(page))!;
  expect(day).toBeGreaterThan(20_000);
  expect(rest, 'the selected caption track was not stored').toEqual({ captionStyle });
  await page.reload();
  await expect.poll(() => readCaptionStyle(page)).toEqual(captionStyle);
  await page.evaluate(() => document.querySelector('jet-player')!.setAttribute('src', '/media/film.mp4'));
  await expect.poll(() => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.readyState), pollOptions).toBeGreaterThan(1);
  expect(await readCaptionStyle(page)).toEqual(captionStyle);
  expect(problems).toEqual([]);
});

test('the player ignores invalid values in a stored caption style', async ({ page, world, problems }) => {
  await open(page, world, { attributes: 'storage="local"' });
  const storedRecord = {
    day: Math.floor(Date.now() / 86_400_000),
    captionStyle: { size: 900, color: 'url(https://tracker.example)', edge: 'raised', x: 1 }
  };
  await page.evaluate((text) => localStorage.setItem('jet-player', text), JSON.stringify(storedRecord));
  await page.reload();
  await expect.poll(() => readCaptionStyle(page)).toMatchObject({ size: 1, color: '#ffffff', edge: 'raised' });
  expect(problems).toEqual([]);
});

test('the player does not store the caption style without the attribute storage', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  await runCommand(page, (player) => player.captions.setStyle({ size: 2 }));
  expect((await readCaptionStyle(page)).size).toBe(2);
  await page.reload();
  await expect.poll(async () => (await readCaptionStyle(page)).size).toBe(1);
  expect(await readForbiddenCalls(page)).toEqual({});
});

test('the player stores no digest of the URL without the attribute resume', async ({ page, world }) => {
  await open(page, world, { attributes: 'storage="local"' });
  await selectEverything(page);
  expect(await readRecord(page)).not.toHaveProperty('positions');
});

test('the player stores no setting of the page, and writes nothing before a selection of the viewer', async ({ page, world }) => {
  await open(page, world, { attributes: 'storage="local" autoplay' });
  await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.volume = 0.9));
  await expect.poll(async () => (await readSelections(page)).time, pollOptions).toBeGreaterThan(0.3);
  expect((await readForbiddenCalls(page))['Storage.setItem']).toBe(undefined);
});

test('one click erases the storage, and the player stores nothing more on this page until the viewer consents', async ({ page, world }) => {
  await open(page, world, { attributes: 'storage="local"' });
  await selectEverything(page);
  await page.getByRole('button', { name: 'Privacy' }).click();
  await expect(dialogContent(page)).toContainText('Your choices, for 180 days: Volume, Speed, Captions, Quality, Audio');
  await page.getByRole('button', { name: 'Erase' }).click();
  await expect(dialogContent(page)).toContainText('Nothing until you allow it');
  await runCommand(page, (player) => player.volume.setLevel(0.8));
  expect(await readStorage(page, 'localStorage')).toEqual({});
  await page.getByRole('button', { name: 'Remember my choices' }).click();
  await runCommand(page, (player) => player.volume.setLevel(0.6));
  await expect.poll(async () => (await readRecord(page))?.['level']).toBe(0.6);
});

test('with Global Privacy Control, the player accesses no storage before consent, and needs consent again on each page', async ({
  page,
  world
}) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true }));
  for (const visit of [1, 2]) {
    await open(page, world, { attributes: 'storage="local"' });
    await runCommand(page, (player) => player.volume.setLevel(0.8));
    expect(await readForbiddenCalls(page), `visit ${visit}`).toEqual({});
    await page.getByRole('button', { name: 'Privacy' }).click();
    await page.getByRole('button', { name: 'Remember my choices' }).click();
    await runCommand(page, (player) => player.volume.setLevel(0.6));
    await expect.poll(async () => (await readRecord(page))?.['level']).toBe(0.6);
  }
});

test('the player stores after a consent tool has consented, and erases the storage when the tool declines', async ({ page, world }) => {
  await page.addInitScript(() =>
    document.addEventListener(
      'DOMContentLoaded',
      () => void (document.querySelector<JetPlayer>('jet-player')!.consent = { storage: false } as never),
      { capture: true }
    )
  );
  await open(page, world, { build: builds[1]!, attributes: 'storage="local"' });
  const setStorageConsent = (storage: boolean) =>
    page.evaluate(
      (isAllowed) => void (document.querySelector<JetPlayer>('jet-player')!.consent = { storage: isAllowed } as never),
      storage
    );
  await setStorageConsent(true);
  await runCommand(page, (player) => player.volume.setLevel(0.6));
  await expect.poll(async () => (await readRecord(page))?.['level']).toBe(0.6);
  await setStorageConsent(false);
  expect(await readStorage(page, 'localStorage')).toEqual({});
});

test('the player uses only the storageAdapter of the publisher when it is set', async ({ page, world }) => {
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
  await expect.poll(async () => (await readSelections(page)).level).toBe(0.2);
  await runCommand(page, (player) => player.volume.setLevel(0.7));
  const kept = () => page.evaluate(() => (window as unknown as { kept: Map<string, string> }).kept.get('jet-player'));
  await expect.poll(kept).toContain('"level":0.7');
  expect(await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.privacyReport().storage)).toBe('adapter');
  expect(await readForbiddenCalls(page)).toEqual({});
});

const brokenStores: readonly [string, () => void][] = [
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
for (const [index, [name, breakStorage]] of brokenStores.entries()) {
  test(
    `selections apply without an exception although localStorage ${name}`,
    wideUnless(index === 0),
    async ({ page, world, problems }) => {
      await page.addInitScript(breakStorage);
      await open(page, world, { attributes: 'storage="local" resume' });
      await selectEverything(page);
      expect(problems).toEqual([]);
    }
  );
}

test('the player removes a record that is older than 180 days, and one that it has not written', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  for (const text of ['{"day":100,"level":0.1}', 'not ours']) {
    await page.evaluate((written) => localStorage.setItem('jet-player', written), text);
    await open(page, world, { attributes: 'storage="local"' });
    await expect.poll(() => readStorage(page, 'localStorage')).toEqual({});
    expect((await readSelections(page)).level).toBe(1);
  }
});
