import type { Page } from '@playwright/test';
import type { HostileCase } from '../promises/hostile/case.js';
import { families } from '../promises/hostile/cases/index.js';
import { site, type Answer } from '../support/world.js';
import { bare as test, embedFrame, embedOrigin, embedSite, expect, parentPage, planOf, type Staging } from './embed-fixtures.js';
import { buildUnguarded } from './unguarded.js';

// The hostile cases expect page.test; here that is the media host, and the page that holds the frame is another.
const parentOrigin = 'https://parent.test';
const ours = ({ allow = [] }: HostileCase) => [site, embedOrigin, parentOrigin, ...allow, 'https://media.page-cdn.test'];
const absolute = (markup: string) => markup.replaceAll(/(src|poster)="\//g, `$1="${site}/`);

let script: Uint8Array;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  script = await buildUnguarded();
});

/** The generated page, with the attributes and children of the player that the case needs. */
function stagedEmbed(hostile: HostileCase, without: Staging['without']): Record<string, Answer> {
  const { attributes = {}, inside = '', beside = '', allow = [] } = hostile;
  const files = embedSite({ script, without, plan: planOf({ media: [site, ...allow], pages: [parentOrigin] }) });
  const page = files[`${embedOrigin}/embed/`]!;
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const body = String(page.body)
    .replace('<jet-player ', () => absolute(`<jet-player ${written.join(' ')} `))
    .replace('</jet-player>', () => absolute(`${inside}</jet-player>${beside}`));
  return { ...files, [`${embedOrigin}/embed/`]: { ...page, body } };
}

interface Reading {
  readonly time: number;
  readonly over: boolean;
  readonly stopped: number;
}

/** The progress of a case: the position it played to, whether it ended in an error, how often the browser's policy blocked a request. */
const look = (page: Page): Promise<Reading> =>
  embedFrame(page)!.evaluate(() => {
    const player = document.querySelector('jet-player');
    const { source } = player?.player?.state.current ?? {};
    return { time: player?.currentTime ?? 0, over: !player || source?.status === 'failed', stopped: window.stopped };
  });

declare global {
  interface Window {
    stopped: number;
  }
}

/** Starts a case and waits until the browser blocked a request, it failed, it played past the attack, or `reached` returns true. */
async function run(page: Page, hostile: HostileCase, reached: () => boolean): Promise<Reading> {
  await page.goto(`${parentOrigin}/`);
  await expect
    .poll(
      () => embedFrame(page)?.evaluate(() => Boolean(document.querySelector('jet-player')?.player || document.querySelector('.refused'))),
      { timeout: 30_000 }
    )
    .toBe(true);
  const frame = embedFrame(page)!;
  await frame.evaluate(() => {
    window.stopped = 0;
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blockedURI.startsWith('http') && window.stopped++);
    void document
      .querySelector('jet-player')
      ?.play()
      .catch(() => undefined);
  });
  let act = hostile.act;
  let last: Reading = { time: 0, over: false, stopped: 0 };
  const started = Date.now();
  while (Date.now() - started < 10_000) {
    last = await look(page);
    if (act && last.time > 0) {
      const done = await frame.evaluate((deed) => {
        const { player } = document.querySelector('jet-player')!;
        const { audio, captions } = player!.state.current;
        const other = audio.tracks.find(({ id }) => id !== audio.choice);
        if (deed === 'switch audio track' && other) player!.audio.choose(other.id);
        if (deed === 'show captions' && captions.tracks[0]) player!.captions.choose(captions.tracks[0].id);
        return deed === 'switch audio track' ? other !== undefined : captions.tracks.length > 0;
      }, act);
      if (done) act = undefined;
    }
    if (reached() || (!act && (last.stopped > 0 || last.over || last.time > (hostile.playsTo ?? 1)))) break;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return last;
}

const parametersOf = ({ src, type }: HostileCase) => ({ src: new URL(src, site).href, muted: '', ...(type && { type }) });
const seed = (hostile: HostileCase): Record<string, Answer> => ({ [`${parentOrigin}/`]: parentPage(parametersOf(hostile)) });

for (const [family, cases] of Object.entries(families)) {
  test(`without a guard, with only the browser's policy: ${family}, ${cases.length} cases, 0 hits`, async ({ page, world }) => {
    test.setTimeout(60_000 + cases.length * 20_000);
    let stopped = 0;
    for (const hostile of cases) {
      world.stage({ ...hostile.files, ...stagedEmbed(hostile, undefined), ...seed(hostile) });
      stopped += (await run(page, hostile, () => false)).stopped > 0 ? 1 : 0;
      const thirdParties = world.hits.map(({ origin }) => origin).filter((origin) => !ours(hostile).includes(origin));
      expect(thirdParties, hostile.name).toEqual([]);
    }
    console.log(`${family}: the policy blocked requests in ${stopped} of ${cases.length} cases`);
    await page.goto('about:blank');
  });

  test(`canary, neither guard nor policy: ${family} contacts other hosts`, async ({ page, world }) => {
    test.skip(family === 'schemes', 'no URL of these cases has a host that would answer');
    test.skip(family === 'prototypes', 'the engines no longer have what these cases use; hostile/canary.spec.ts has their canary');
    test.setTimeout(120_000);
    const reached: string[] = [];
    for (const hostile of cases.filter(({ blocked, hole }) => blocked || hole?.origins.length).slice(0, 3)) {
      world.stage({ ...hostile.files, ...stagedEmbed(hostile, 'policy'), ...seed(hostile) });
      const thirdParties = () => world.hits.map(({ origin }) => origin).filter((origin) => !ours(hostile).includes(origin));
      await run(page, hostile, () => thirdParties().length > 0);
      reached.push(...thirdParties());
    }
    console.log(`${family}: ${reached.length} requests to ${new Set(reached).size} hosts without guard and policy`);
    expect(reached.length).toBeGreaterThan(0);
    await page.goto('about:blank');
  });
}
