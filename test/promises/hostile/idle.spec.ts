import { builds, pageAddress, pageOf } from './builds.js';
import { counts, expect, prototypeChanges, test } from './hostile-fixtures.js';

for (const build of builds) {
  test(`${build.name}: a player before playback makes no request`, async ({ page, world, problems }) => {
    const waiting = { name: '', row: 'native-preload', src: '/case/film.mp4', files: {} };
    const { body, ...answer } = pageOf(build, waiting);
    world.stage({ [pageAddress]: { ...answer, body: String(body).replace('autoplay', 'load="play"') } });
    await page.goto(pageAddress);
    await page.waitForFunction(() => document.querySelector('jet-player')?.shadowRoot?.querySelector('button'));
    await page.evaluate(() => fetch('/last').then((response) => response.text()));
    const paths = world.hits.map(({ path }) => path).filter((path) => !/^\/(dist\/|favicon\.ico)/.test(path));
    expect(paths).toEqual(['/page.html', '/last']);
    expect(await counts(page)).toEqual({});
    expect(await prototypeChanges(page), 'no intrinsic prototype changed').toEqual([]);
    expect(problems).toEqual([]);
  });
}
