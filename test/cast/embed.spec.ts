import {
  embedSite,
  expect,
  parentPage,
  parentUrl,
  mediaOrigin,
  openParentPage,
  planOf,
  playsPast,
  pressPlay,
  thirdParties,
  test
} from '../embed/embed-fixtures.js';
import { senderFrameworkFiles } from './cast-fixtures.js';

const plan = planOf({ tier: 'cast' });
const parameters = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };

test('the embed casts inside its sandbox and its security policy when its tier is cast and consent is given', async ({
  page,
  world,
  violations
}) => {
  world.stage({ ...senderFrameworkFiles, ...embedSite({ plan }), [parentUrl]: parentPage(parameters, { tier: 'cast' }) });
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
  // The request for the script is counted above. After the record is cleared, the fixture fails for every later request.
  world.stage({});
});

for (const [name, embed] of [
  [
    'the URL parameter chromecast=0 removes the Cast button of an embed whose tier is cast',
    { plan, tier: 'cast', parameters: { ...parameters, chromecast: '0' } }
  ],
  [
    'the URL parameter chromecast=1 adds no Cast button to a strict embed',
    { plan: planOf(), tier: 'strict', parameters: { ...parameters, chromecast: '1' } }
  ]
] as const) {
  test(name, async ({ page, world }) => {
    world.stage({
      ...senderFrameworkFiles,
      ...embedSite({ plan: embed.plan }),
      [parentUrl]: parentPage(embed.parameters, { tier: embed.tier })
    });
    const frame = await openParentPage(page);
    await pressPlay(frame);
    await playsPast(frame, 0.1);
    await expect(frame.getByRole('button', { name: 'Cast to a device' })).toHaveCount(0);
  });
}
