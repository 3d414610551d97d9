import { builds, pageUrl, playerPage } from './builds.js';
import { readForbiddenCalls, expect, prototypeChanges, test } from './hostile-fixtures.js';

for (const build of builds) {
  test(`${build.name}: a player before playback makes no request`, async ({ page, world, problems }) => {
    const unplayedCase = { name: '', catalogueRow: 'native-preload', src: '/case/film.mp4', files: {} };
    const { body, ...answer } = playerPage(build, unplayedCase);
    world.stage({ [pageUrl]: { ...answer, body: String(body).replace('autoplay', 'load="play"') } });
    await page.goto(pageUrl);
    await page.waitForFunction(() => document.querySelector('jet-player')?.shadowRoot?.querySelector('button'));
    await page.evaluate(() => fetch('/last').then((response) => response.text()));
    const paths = world.hits.map(({ path }) => path).filter((path) => !/^\/(dist\/|favicon\.ico)/.test(path));
    expect(paths).toEqual(['/page.html', '/last']);
    expect(await readForbiddenCalls(page)).toEqual({});
    expect(await prototypeChanges(page), 'no intrinsic prototype changed').toEqual([]);
    expect(problems).toEqual([]);
  });
}
