import { readFileSync } from 'node:fs';
import { chromium, expect, test as base, type Browser, type Frame, type Page } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { cspOf } from '../../src/cli/embed/csp.js';
import { servedFiles } from '../../src/cli/embed/files.js';
import { headersOf } from '../../src/cli/embed/headers.js';
import { planEmbed, type EmbedPlan, type Tier } from '../../src/cli/embed/plan.js';
import { addressOf, snippetOf } from '../../src/cli/embed/snippet.js';
import type { JetPlayer } from '../../src/index.js';
import { browserArgs } from '../support/browser-args.mjs';
import { createWorld, site, type Answer, type World } from '../support/world.js';

/** Three origins that know each other; whoever else is asked is a stranger. */
export const pageOrigin = site;
export const embedOrigin = 'https://embed.test';
export const mediaOrigin = 'https://media.test';

const built = (name: string) => readFileSync(new URL(`../../dist/embed/${name}`, import.meta.url));

export const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css'
};

/** A plan as the command line makes it, for the three origins unless something else is said. */
export const planOf = ({ tier = 'strict' as Tier, media = [mediaOrigin], pages = [pageOrigin] } = {}): EmbedPlan =>
  planEmbed({ tier, origin: `${embedOrigin}/embed/`, media, pages });

export interface Staging {
  readonly plan?: EmbedPlan;
  /** Another script than the one that ships. */
  readonly script?: Uint8Array;
  /** Leaves the security policy away: everywhere, or in the headers, as on a host that cannot set any. */
  readonly without?: 'policy' | 'headers';
}

/** The generated embed page with its headers, as its host would serve it. */
export function embedSite({ plan = planOf(), script = built('jet-embed.js'), without }: Staging = {}): Record<string, Answer> {
  const headers = Object.fromEntries(
    headersOf(plan)
      .filter(([name]) => !without || name !== 'Content-Security-Policy')
      .map(([name, value]) => [name.toLowerCase(), value])
  );
  const files = Object.entries(servedFiles(plan, { script, style: built('jet-embed.css') }));
  return Object.fromEntries(
    files.map(([name, content]) => {
      const body =
        name === 'index.html' && without === 'policy'
          ? String(content).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
          : content;
      const answer: Answer = { body, type: types[name.split('.').at(-1)!]!, headers };
      return [`${embedOrigin}/embed/${name === 'index.html' ? '' : name}`, answer];
    })
  );
}

export const embedAddress = (parameters: Readonly<Record<string, string>>): string =>
  addressOf({ address: `${embedOrigin}/embed/`, parameters });

/** A page that holds the snippet, as it was pasted; `extra` is further markup. */
export function holder(parameters: Readonly<Record<string, string>>, { tier = 'strict' as Tier, extra = '' } = {}): Answer {
  const snippet = snippetOf({ address: `${embedOrigin}/embed/`, tier, title: 'Video: a day on the delta', parameters });
  return {
    type: types['html']!,
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Holder</title><style>iframe{max-width:640px}</style>${snippet}${extra}</html>`
  };
}

/** The address of the page with the snippet. */
export const holderAddress = `${pageOrigin}/holder.html`;

/** Opens the page with the snippet, and returns the frame in it once its script has run. */
export async function openHolder(page: Page, address = holderAddress): Promise<Frame> {
  await page.goto(address);
  await expect.poll(() => embedFrame(page) !== undefined, { timeout: 30_000 }).toBe(true);
  const frame = embedFrame(page)!;
  await frame.waitForLoadState('load');
  return frame;
}

export const embedFrame = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().startsWith(embedOrigin));

/** What plays in a frame. */
export const read = (frame: Frame) =>
  frame.evaluate(() => {
    const player = document.querySelector<JetPlayer>('jet-player');
    const showing = [...(player?.textTracks ?? [])].find(({ mode, kind }) => mode === 'showing' && kind !== 'metadata');
    return {
      time: player?.currentTime ?? -1,
      engine: player?.engine ?? null,
      guardLevel: player?.guardLevel ?? null,
      width: player?.videoWidth ?? 0,
      cues: showing?.cues?.length ?? 0,
      error: player?.player?.state.current.error.error?.code ?? null
    };
  });

/** Waits until a frame has played past a time in seconds. */
export const playsPast = (frame: Frame, seconds: number) =>
  expect.poll(async () => (await read(frame)).time, { timeout: 45_000, intervals: [100] }).toBeGreaterThan(seconds);

/** Presses play as a viewer does. */
export const pressPlay = (frame: Frame) => frame.locator('jet-player').getByRole('button', { name: 'Play', exact: true }).first().click();

/** Origins that were asked for anything since the last staging, but for the three. */
export const strangers = ({ hits }: World): string[] =>
  [...new Set(hits.map(({ origin }) => origin))].filter((origin) => ![pageOrigin, embedOrigin, mediaOrigin].includes(origin));

/** A browser whose whole internet is one server that answers for every host. */
export const bare = base.extend<object, { world: World; chrome: Browser }>({
  world: [
    async ({}, use) => {
      const world = await createWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' }
  ],
  chrome: [
    async ({ world }, use) => {
      const browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...world.browserArgs] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' }
  ],
  page: async ({ chrome }, use) => {
    const context = await chrome.newContext({ ignoreHTTPSErrors: true });
    await use(await context.newPage());
    await context.close();
  }
});

/** The same, and every test ends by asking for strangers and for exceptions. */
export const test = bare.extend<{ problems: string[]; violations: string[]; quiet: void }>({
  /** Exceptions in any frame. */
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
      await use(problems);
      expect(problems, 'exceptions').toEqual([]);
    },
    { auto: true }
  ],
  /** What the browser's policy had to stop, as it says in the console. */
  violations: async ({ page }, use) => {
    const violations: string[] = [];
    page.on(
      'console',
      (message) => /Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()) && violations.push(message.text())
    );
    await use(violations);
  },
  quiet: [
    async ({ world, page }, use) => {
      await use();
      // Nothing more may come while it is counted.
      await page.goto('about:blank');
      expect(strangers(world), 'origins that nobody named').toEqual([]);
    },
    { auto: true }
  ]
});

export { cspOf, expect };
