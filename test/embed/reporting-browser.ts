import { expect, type Browser } from '@playwright/test';
import { createWorldTest } from '../support/create-world-test.js';
import { withTrustedCertificate } from '../support/trusted-certificate.js';
import type { Answer, World } from '../support/world.js';

/** The third party that collects reports. Each test sends its reports to a path of its own. */
export const collector = 'https://collector.test';

const noBackgroundNetworking = '--disable-background-networking';

/** Tests in a browser that delivers reports at once instead of after a minute. */
export const test = createWorldTest({
  launchOptions: (args) => ({
    args: [...withTrustedCertificate(args.filter((text) => text !== noBackgroundNetworking)), '--short-reporting-delay'],
    ignoreDefaultArgs: [noBackgroundNetworking]
  }),
  context: {}
});

export { expect };

/** Headers that ask the browser to report every request to their host, to this path of the collector. */
export const loggingHeaders = (path: string): Record<string, string> => ({
  'report-to': JSON.stringify({ group: 'x', max_age: 86_400, endpoints: [{ url: `${collector}/${path}` }] }),
  nel: JSON.stringify({ report_to: 'x', max_age: 86_400, success_fraction: 1, failure_fraction: 1 })
});

/** The paths of the collector that received a report since the last `stage`. */
export const reportedPaths = ({ hits }: World): string[] => [
  ...new Set(hits.filter(({ origin }) => origin === collector).map(({ path }) => path.slice(1)))
];

/** The same paths, without those of `waitForReports`. */
export const reportedPathsOfTest = (world: World): string[] => reportedPaths(world).filter((path) => !path.startsWith('control-'));

const controlNames = Array.from({ length: 40 }, (_, index) => `control-${index}`);

/** The responses of the hosts that `waitForReports` contacts, for `stage`. */
export const controlAnswers: Readonly<Record<string, Answer>> = Object.fromEntries(
  controlNames.map((name) => [`https://${name}.test/a`, { body: 'x', headers: loggingHeaders(name) }])
);

/** Waits until every report has arrived: it causes reports about two other hosts, one after the other, and waits for them. */
export async function waitForReports({ chrome, world }: { chrome: Browser; world: World }): Promise<void> {
  const context = await chrome.newContext();
  const page = await context.newPage();
  await page.goto('https://blank.test/');
  for (let round = 0; round < 2; round++) {
    const name = controlNames.pop()!;
    await page.evaluate((url) => fetch(url).then((response) => response.text()), `https://${name}.test/a`);
    await expect.poll(() => reportedPaths(world), { timeout: 30_000 }).toContain(name);
  }
  await context.close();
}
