import {
  embedSite,
  expect,
  holder,
  holderAddress,
  mediaOrigin,
  openHolder,
  planOf,
  playsPast,
  pressPlay,
  strangers,
  test
} from '../embed/rig.js';
import { google } from './rig.js';

const plan = planOf({ tier: 'cast' });
const parameters = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };

test('the cast tier casts: inside its sandbox and its policy, after the yes', async ({ page, world, violations }) => {
  world.stage({ ...google, ...embedSite({ plan }), [holderAddress]: holder(parameters, { tier: 'cast' }) });
  const frame = await openHolder(page);
  await pressPlay(frame);
  await playsPast(frame, 0.5);
  await frame.getByRole('button', { name: 'Cast to a device' }).click();
  await frame.getByRole('dialog', { name: 'Cast with Google?' }).waitFor();
  expect(strangers(world)).toEqual([]);
  await frame.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => frame.evaluate(() => window.television?.media?.contentId)).toBe(parameters.src);
  await frame.getByText('Playing on Living room').waitFor();
  expect(world.hits.filter(({ origin }) => origin === 'https://www.gstatic.com')).toHaveLength(1);
  expect(violations).toEqual([]);
  expect(strangers(world)).toEqual(['https://www.gstatic.com']);
  // Counted; what comes from here on would be too much.
  world.stage({});
});

for (const [name, given] of [
  ['an address takes the offer away', { plan, tier: 'cast', parameters: { ...parameters, chromecast: '0' } }],
  ['no address makes one', { plan: planOf(), tier: 'strict', parameters: { ...parameters, chromecast: '1' } }]
] as const) {
  test(name, async ({ page, world }) => {
    world.stage({ ...google, ...embedSite({ plan: given.plan }), [holderAddress]: holder(given.parameters, { tier: given.tier }) });
    const frame = await openHolder(page);
    await pressPlay(frame);
    await playsPast(frame, 0.1);
    await expect(frame.getByRole('button', { name: 'Cast to a device' })).toHaveCount(0);
  });
}
