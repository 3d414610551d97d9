import { expect, type Browser } from '@playwright/test';
import { inWorld } from '../support/in-world.js';
import { withTrustedCertificate } from '../support/trusted-certificate.js';
import type { Answer, World } from '../support/world.js';

/** The third party to which reports would go; each path is one question. */
export const collector = 'https://collector.test';

const network = '--disable-background-networking';

/** A browser that delivers reports at once instead of after a minute. */
export const test = inWorld({
  launch: (args) => ({
    args: [...withTrustedCertificate(args.filter((text) => text !== network)), '--short-reporting-delay'],
    ignoreDefaultArgs: [network]
  }),
  context: {}
});

export { expect };

/** Headers that ask for a report about every request to a host. */
export const logging = (path: string): Record<string, string> => ({
  'report-to': JSON.stringify({ group: 'x', max_age: 86_400, endpoints: [{ url: `${collector}/${path}` }] }),
  nel: JSON.stringify({ report_to: 'x', max_age: 86_400, success_fraction: 1, failure_fraction: 1 })
});

/** Paths at the collector that received a report since the last staging. */
export const reported = ({ hits }: World): string[] => [
  ...new Set(hits.filter(({ origin }) => origin === collector).map(({ path }) => path.slice(1)))
];

/** The same, without those of `reportsSettle`. */
export const reportedBeside = (world: World): string[] => reported(world).filter((path) => !path.startsWith('control-'));

const controls = Array.from({ length: 40 }, (_, index) => `control-${index}`);

/** The answers of the hosts of `reportsSettle`; to be staged with the rest. */
export const controlAnswers: Readonly<Record<string, Answer>> = Object.fromEntries(
  controls.map((name) => [`https://${name}.test/a`, { body: 'x', headers: logging(name) }])
);

/** Waits until reports about two other hosts, one after the other, have arrived: every earlier report has arrived by then. */
export async function reportsSettle({ chrome, world }: { chrome: Browser; world: World }): Promise<void> {
  const context = await chrome.newContext();
  const page = await context.newPage();
  await page.goto('https://blank.test/');
  for (let round = 0; round < 2; round++) {
    const name = controls.pop()!;
    await page.evaluate((url) => fetch(url).then((response) => response.text()), `https://${name}.test/a`);
    await expect.poll(() => reported(world), { timeout: 30_000 }).toContain(name);
  }
  await context.close();
}
