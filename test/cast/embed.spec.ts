import {
  embedSite,
  expect,
  parentPage,
  parentAddress,
  mediaOrigin,
  openParentPage,
  planOf,
  playsPast,
  pressPlay,
  thirdParties,
  test
} from '../embed/embed-fixtures.js';
import { google } from './cast-fixtures.js';

const plan = planOf({ tier: 'cast' });
const parameters = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };

test('the embed casts inside its sandbox and its policy when its tier is cast and consent is given', async ({
  page,
  world,
  violations
}) => {
  world.stage({ ...google, ...embedSite({ plan }), [parentAddress]: parentPage(parameters, { tier: 'cast' }) });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 0.5);
  await frame.getByRole('button', { name: 'Cast to a device' }).click();
  await frame.getByRole('dialog', { name: 'Cast with Google?' }).waitFor();
  expect(thirdParties(world)).toEqual([]);
  await frame.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => frame.evaluate(() => window.receiver?.media?.contentId)).toBe(parameters.src);
  await frame.getByText('Playing on Living room').waitFor();
  expect(world.hits.filter(({ origin }) => origin === 'https://www.gstatic.com')).toHaveLength(1);
  expect(violations).toEqual([]);
  expect(thirdParties(world)).toEqual(['https://www.gstatic.com']);
  // Counted here; any later request would be one too many.
  world.stage({});
});

for (const [name, given] of [
  ['the URL parameter removes the offer', { plan, tier: 'cast', parameters: { ...parameters, chromecast: '0' } }],
  ['no URL parameter adds the offer', { plan: planOf(), tier: 'strict', parameters: { ...parameters, chromecast: '1' } }]
] as const) {
  test(name, async ({ page, world }) => {
    world.stage({ ...google, ...embedSite({ plan: given.plan }), [parentAddress]: parentPage(given.parameters, { tier: given.tier }) });
    const frame = await openParentPage(page);
    await pressPlay(frame);
    await playsPast(frame, 0.1);
    await expect(frame.getByRole('button', { name: 'Cast to a device' })).toHaveCount(0);
  });
}
