import { expect, it } from 'vitest';
import type { Driver, Tab } from '../support/browsers/driver.mjs';
import { driverLauncher } from '../support/browsers/launcher.mjs';

/** A browser of which the first pages stand still, and what became of each page. */
function frozenAtFirst(frozen: number) {
  const pages: { url?: string; closed?: true }[] = [];
  const open = (): Promise<Tab> => {
    const page: (typeof pages)[number] = {};
    const stands = pages.push(page) <= frozen;
    const evaluate = () => (stands ? Promise.reject(new Error('script timeout')) : Promise.resolve(true));
    return Promise.resolve({
      goto: (url: string) => Promise.resolve(void (page.url = url)),
      evaluate: evaluate as Tab['evaluate'],
      inFrame: evaluate as Tab['inFrame'],
      click: () => Promise.resolve(),
      close: () => Promise.resolve(void (page.closed = true))
    });
  };
  const driver: Driver = { name: 'webkit', version: '0', open, close: () => Promise.resolve() };
  return { pages, launcher: driverLauncher('webkit', () => Promise.resolve(driver)) };
}

const url = 'http://localhost/?wtr-session-id=1';

it('a page that stands still gives its tests to another', async () => {
  const { pages, launcher } = frozenAtFirst(1);
  await launcher.startSession('1', url);
  await expect.poll(() => pages).toEqual([{ url, closed: true }, { url }]);
  await launcher.stopSession('1');
  expect(pages).toEqual([
    { url, closed: true },
    { url, closed: true }
  ]);
});

it('canary: one that is alive keeps them', async () => {
  const { pages, launcher } = frozenAtFirst(0);
  await launcher.startSession('1', url);
  await launcher.stopSession('1');
  expect(pages).toEqual([{ url, closed: true }]);
});
