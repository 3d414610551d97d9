import type { Frame } from '@playwright/test';
import { embedOrigin, embedSite, parentUrl, mediaOrigin, pageOrigin } from '../../../embed/site.js';
import { namesOf } from '../prototypes.js';
import { expect, test } from '../hostile-fixtures.js';
import { generateParameters } from './parameters.js';
import { seed } from './random.js';
import { chosen } from './report.js';

const ours = [pageOrigin, embedOrigin, mediaOrigin];
/** Frames in the page at the same time. */
const together = 6;

/** How the page in a frame ended; undefined while it has not. Runs in the frame. */
function ending(): string | undefined {
  if (document.querySelector('.refused')) return 'refused';
  const player = document.querySelector('jet-player');
  const error = player?.player?.state.current.source;
  if (error?.error) return error.error.code;
  if (error?.interruption) return 'retries';
  // The publisher's page waits for a click unless the URL may change that.
  if (player?.hasAttribute('src') && !player.hasAttribute('autoplay')) return 'waits for a click';
  return player?.player && player.played.length > 0 ? 'plays' : undefined;
}

test('red team: parameters of the embed', async ({ page, world, problems }) => {
  const cases = chosen(generateParameters());
  test.skip(cases.length === 0, 'RED_TEAM_CASE names a case of another group');
  test.setTimeout(60_000 + cases.length * 5000);
  const findings: string[] = [];
  for (let at = 0; at < cases.length; at += together) {
    const batch = cases.slice(at, at + together);
    const frames = batch.map(
      ({ address }) => `<iframe sandbox="allow-scripts" src="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
    );
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parent page</title>${frames.join('')}</html>`;
    world.stage({ ...embedSite(), [parentUrl]: { type: 'text/html', body } });
    await page.goto(parentUrl);
    const note = (kind: string, what: string, by = batch) =>
      findings.push(`${kind}: ${what} by ${by.map(({ id, name }) => `${id} (${name})`).join(', ')}`);
    const judge = async (frame: Frame, one: (typeof batch)[number]) => {
      await expect
        .poll(() => frame.evaluate(ending).catch(() => undefined), { timeout: 45_000, intervals: [100] })
        .toBeTruthy()
        .catch(() => note('silence', 'neither plays nor fails nor waits', [one]));
      const { counts, prototypes } = await frame.evaluate(() => ({ counts: window.sentinels(), prototypes: window.prototypeChanges() }));
      for (const name of Object.keys(counts)) note('storage', name, [one]);
      for (const name of namesOf(prototypes)) note('prototype', name, [one]);
    };
    const children = page.mainFrame().childFrames();
    expect(children.length).toBe(batch.length);
    await Promise.all(children.map((frame, index) => judge(frame, batch[index]!)));
    for (const { origin, path } of world.hits) if (!ours.includes(origin)) note('hit', `${origin}${path}`);
    for (const problem of problems.splice(0)) note('error', problem.slice(0, 300));
  }
  console.log(`red team, parameters of the embed: ${cases.length} cases from seed ${seed}, ${findings.length} findings`);
  expect(findings).toEqual([]);
});
