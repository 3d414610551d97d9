import type { Frame } from '@playwright/test';
import { embedOrigin, embedSite, parentUrl, mediaOrigin, pageOrigin } from '../../../embed/site.js';
import { namesOf } from '../prototypes.js';
import { expect, test } from '../hostile-fixtures.js';
import { generateParameters } from './parameters.js';
import { seed } from './random.js';
import { selectCases } from './report.js';

const ownOrigins = [pageOrigin, embedOrigin, mediaOrigin];
/** The number of frames in the page at the same time. */
const framesAtOnce = 6;

/** Returns how the page in a frame ended; undefined if it has not ended yet. Runs in the frame. */
function readEnding(): string | undefined {
  if (document.querySelector('.refused')) return 'refused';
  const player = document.querySelector('jet-player');
  const error = player?.player?.state.current.source;
  if (error?.error) return error.error.code;
  if (error?.interruption) return 'retries';
  // The embed waits for a click unless its URL is allowed to change that.
  if (player?.hasAttribute('src') && !player.hasAttribute('autoplay')) return 'waits for a click';
  return player?.player && player.played.length > 0 ? 'plays' : undefined;
}

test('no red-team parameter of the embed has a forbidden effect', async ({ page, world, problems }) => {
  const cases = selectCases(generateParameters());
  test.skip(cases.length === 0, 'RED_TEAM_CASE names a case of another group');
  test.setTimeout(60_000 + cases.length * 5000);
  const findings: string[] = [];
  for (let start = 0; start < cases.length; start += framesAtOnce) {
    const batch = cases.slice(start, start + framesAtOnce);
    const frames = batch.map(
      ({ url }) => `<iframe sandbox="allow-scripts" src="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
    );
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parent page</title>${frames.join('')}</html>`;
    world.stage({ ...embedSite(), [parentUrl]: { type: 'text/html', body } });
    await page.goto(parentUrl);
    const addFinding = (kind: string, description: string, suspects = batch) =>
      findings.push(`${kind}: ${description} by ${suspects.map(({ id, name }) => `${id} (${name})`).join(', ')}`);
    const judgeFrame = async (frame: Frame, parameterCase: (typeof batch)[number]) => {
      await expect
        .poll(() => frame.evaluate(readEnding).catch(() => undefined), { timeout: 45_000, intervals: [100] })
        .toBeTruthy()
        .catch(() => addFinding('silence', 'neither plays nor fails nor waits', [parameterCase]));
      const { counts, prototypes } = await frame.evaluate(() => ({
        counts: window.forbiddenCalls(),
        prototypes: window.prototypeChanges()
      }));
      for (const name of Object.keys(counts)) addFinding('storage', name, [parameterCase]);
      for (const name of namesOf(prototypes)) addFinding('prototype', name, [parameterCase]);
    };
    const children = page.mainFrame().childFrames();
    expect(children.length).toBe(batch.length);
    await Promise.all(children.map((frame, index) => judgeFrame(frame, batch[index]!)));
    for (const { origin, path } of world.hits) if (!ownOrigins.includes(origin)) addFinding('hit', `${origin}${path}`);
    for (const problem of problems.splice(0)) addFinding('error', problem.slice(0, 300));
  }
  console.log(`red team, parameters of the embed: ${cases.length} cases from seed ${seed}, ${findings.length} findings`);
  expect(findings).toEqual([]);
});
