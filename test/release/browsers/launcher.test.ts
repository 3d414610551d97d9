import { expect, it } from 'vitest';
import type { Driver, Tab } from '../../support/browsers/driver.mjs';
import { driverLauncher } from '../../support/browsers/launcher.mjs';

/** Creates a launcher of a browser whose first pages hang; `pages` has the URL of each page and how often it was closed. */
function launcherWithHangingPages(hangingCount: number) {
  const pages: { url?: string; closed: number }[] = [];
  const open = (): Promise<Tab> => {
    const page: (typeof pages)[number] = { closed: 0 };
    const isHanging = pages.push(page) <= hangingCount;
    const evaluate = () => (isHanging ? Promise.reject(new Error('script timeout')) : Promise.resolve(true));
    return Promise.resolve({
      goto: (url: string) => Promise.resolve(void (page.url = url)),
      evaluate: evaluate as Tab['evaluate'],
      inFrame: evaluate as Tab['inFrame'],
      click: () => Promise.resolve(),
      close: () => Promise.resolve(void (page.closed += 1))
    });
  };
  const driver: Driver = { name: 'webkit', version: '0', open, close: () => Promise.resolve() };
  return { pages, launcher: driverLauncher('webkit', () => Promise.resolve(driver)) };
}

const url = 'http://localhost/?wtr-session-id=1';

it('the launcher closes a page that hangs, once, and keeps its session and URL until the runner stops it', async () => {
  const { pages, launcher } = launcherWithHangingPages(1);
  await launcher.startSession('1', url);
  await expect.poll(() => pages).toEqual([{ url, closed: 1 }]);
  expect(launcher.isActive('1')).toBe(true);
  expect(launcher.getBrowserUrl('1')).toBe(url);
  await launcher.stopSession('1');
  expect(pages).toEqual([{ url, closed: 1 }]);
  expect(launcher.isActive('1')).toBe(false);
});

it('canary: the launcher leaves a responsive page open until the runner stops its session', async () => {
  const { pages, launcher } = launcherWithHangingPages(0);
  await launcher.startSession('1', url);
  await new Promise((resolve) => setImmediate(resolve));
  expect(pages).toEqual([{ url, closed: 0 }]);
  await launcher.stopSession('1');
  expect(pages).toEqual([{ url, closed: 1 }]);
});
