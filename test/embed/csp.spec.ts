import type { Page } from '@playwright/test';
import type { HostileCase } from '../promises/hostile/case.js';
import { families } from '../promises/hostile/cases/index.js';
import { site, type Answer } from '../support/world.js';
import {
  testWithoutChecks as test,
  embedFrame,
  embedOrigin,
  embedSite,
  expect,
  parentPage,
  planOf,
  type Staging
} from './embed-fixtures.js';
import { buildUnguarded } from './unguarded.js';

// The hostile cases are written for the site page.test. Here it is the media host, and another host serves the parent page.
const parentOrigin = 'https://parent.test';
const allowedOrigins = ({ allow = [] }: HostileCase) => [site, embedOrigin, parentOrigin, ...allow, 'https://media.page-cdn.test'];
const withAbsoluteUrls = (markup: string) => markup.replaceAll(/(src|poster)="\//g, `$1="${site}/`);

let unguardedScript: Uint8Array;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  unguardedScript = await buildUnguarded();
});

/** The files of the embed, whose page has the attributes and children of the player that the case needs. */
function embedFilesFor(hostile: HostileCase, without: Staging['without']): Record<string, Answer> {
  const { attributes = {}, childMarkup = '', pageMarkup = '', allow = [] } = hostile;
  const files = embedSite({ script: unguardedScript, without, plan: planOf({ media: [site, ...allow], pages: [parentOrigin] }) });
  const page = files[`${embedOrigin}/embed/`]!;
  const attributeMarkup = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const body = String(page.body)
    .replace('<jet-player ', () => withAbsoluteUrls(`<jet-player ${attributeMarkup.join(' ')} `))
    .replace('</jet-player>', () => withAbsoluteUrls(`${childMarkup}</jet-player>${pageMarkup}`));
  return { ...files, [`${embedOrigin}/embed/`]: { ...page, body } };
}

/** The progress of a case. */
interface Progress {
  /** The playback position in seconds. */
  readonly time: number;
  /** Whether the player failed, or was not created. */
  readonly failed: boolean;
  /** The number of requests that the browser's policy blocked. */
  readonly blockedRequests: number;
}

const readProgress = (page: Page): Promise<Progress> =>
  embedFrame(page)!.evaluate(() => {
    const player = document.querySelector('jet-player');
    const { source } = player?.player?.state.current ?? {};
    return { time: player?.currentTime ?? 0, failed: !player || source?.status === 'failed', blockedRequests: window.blockedRequests };
  });

declare global {
  interface Window {
    blockedRequests: number;
  }
}

/** Starts a case and waits until the browser blocked a request, it failed, it played past the attack, or `mayStop` returns true. */
async function runCase(page: Page, hostile: HostileCase, mayStop: () => boolean): Promise<Progress> {
  await page.goto(`${parentOrigin}/`);
  await expect
    .poll(
      () => embedFrame(page)?.evaluate(() => Boolean(document.querySelector('jet-player')?.player || document.querySelector('.refused'))),
      { timeout: 30_000 }
    )
    .toBe(true);
  const frame = embedFrame(page)!;
  await frame.evaluate(() => {
    window.blockedRequests = 0;
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blockedURI.startsWith('http') && window.blockedRequests++);
    void document
      .querySelector('jet-player')
      ?.play()
      .catch(() => undefined);
  });
  let pendingAction = hostile.viewerAction;
  let progress: Progress = { time: 0, failed: false, blockedRequests: 0 };
  const startedAt = Date.now();
  while (Date.now() - startedAt < 10_000) {
    progress = await readProgress(page);
    if (pendingAction && progress.time > 0) {
      const performed = await frame.evaluate((action) => {
        const { player } = document.querySelector('jet-player')!;
        const { audio, captions } = player!.state.current;
        const otherTrack = audio.tracks.find(({ id }) => id !== audio.choice);
        if (action === 'switch audio track' && otherTrack) player!.audio.choose(otherTrack.id);
        if (action === 'show captions' && captions.tracks[0]) player!.captions.choose(captions.tracks[0].id);
        return action === 'switch audio track' ? otherTrack !== undefined : captions.tracks.length > 0;
      }, pendingAction);
      if (performed) pendingAction = undefined;
    }
    if (mayStop() || (!pendingAction && (progress.blockedRequests > 0 || progress.failed || progress.time > (hostile.playsToSeconds ?? 1))))
      break;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return progress;
}

const parametersOf = ({ src, type }: HostileCase) => ({ src: new URL(src, site).href, muted: '', ...(type && { type }) });
const parentFilesFor = (hostile: HostileCase): Record<string, Answer> => ({ [`${parentOrigin}/`]: parentPage(parametersOf(hostile)) });

for (const [family, cases] of Object.entries(families)) {
  test(`the security policy of the embed blocks every request to another host without the guard: ${family}, ${cases.length} cases`, async ({
    page,
    world
  }) => {
    test.setTimeout(60_000 + cases.length * 20_000);
    let casesWithBlocks = 0;
    for (const hostile of cases) {
      world.stage({ ...hostile.files, ...embedFilesFor(hostile, undefined), ...parentFilesFor(hostile) });
      casesWithBlocks += (await runCase(page, hostile, () => false)).blockedRequests > 0 ? 1 : 0;
      const thirdParties = world.hits.map(({ origin }) => origin).filter((origin) => !allowedOrigins(hostile).includes(origin));
      expect(thirdParties, hostile.name).toEqual([]);
    }
    console.log(`${family}: the policy blocked requests in ${casesWithBlocks} of ${cases.length} cases`);
    await page.goto('about:blank');
  });

  test(`canary: the cases contact other hosts without the guard and without the security policy: ${family}`, async ({ page, world }) => {
    test.skip(family === 'schemes', 'no URL of these cases has a host that would respond');
    test.skip(
      family === 'prototypes',
      'the engines no longer have the code that these cases attack; hostile/canary.spec.ts has their canary'
    );
    test.setTimeout(120_000);
    const contactedOrigins: string[] = [];
    for (const hostile of cases.filter(({ blocked, hole }) => blocked || hole?.origins.length).slice(0, 3)) {
      world.stage({ ...hostile.files, ...embedFilesFor(hostile, 'policy'), ...parentFilesFor(hostile) });
      const thirdParties = () => world.hits.map(({ origin }) => origin).filter((origin) => !allowedOrigins(hostile).includes(origin));
      await runCase(page, hostile, () => thirdParties().length > 0);
      contactedOrigins.push(...thirdParties());
    }
    console.log(`${family}: ${contactedOrigins.length} requests to ${new Set(contactedOrigins).size} hosts without guard and policy`);
    expect(contactedOrigins.length).toBeGreaterThan(0);
    await page.goto('about:blank');
  });
}
