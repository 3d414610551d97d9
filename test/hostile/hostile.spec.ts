import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import { site, type World } from '../support/world.js';
import { builds, pageAddress, pageOf } from './builds.js';
import type { HostileCase } from './case.js';
import { families } from './cases/index.js';
import { contacted, counts, expect, marks, referrers, test } from './rig.js';

/** What the page can tell about its player. */
interface Reading {
  /** Seconds. */
  readonly played: number;
  readonly error: string | undefined;
  readonly blocked: readonly string[];
}

const read = (page: Page): Promise<Reading> =>
  page.evaluate(() => {
    const element = document.querySelector<JetPlayer>('jet-player')!;
    const { player } = element;
    return {
      // What was played, and not where it stands: a live presentation begins far from zero.
      played: player
        ? Array.from({ length: element.played.length }, (_, at) => element.played.end(at) - element.played.start(at)).reduce(
            (sum, part) => sum + part,
            0
          )
        : 0,
      error: player?.state.current.error.error?.code,
      blocked: element.privacyReport?.().blocked.map(({ kind }) => kind) ?? []
    };
  });

/** Does what a viewer may do, as soon as the player offers it. */
async function act(page: Page, what: NonNullable<HostileCase['act']>): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { player } = document.querySelector<JetPlayer>('jet-player')!;
    const { audio, captions, playback } = player!.state.current;
    // hls.js forgets a choice that is made before its captions are ready.
    if (!playback.started) return false;
    if (wanted === 'switch sound') {
      const other = audio.tracks.find(({ id }) => id !== audio.choice);
      if (other && audio.choice) player!.audio.choose(other.id);
      return Boolean(other && audio.choice);
    }
    const [first] = captions.tracks;
    if (first) player!.captions.choose(first.id);
    return first !== undefined;
  }, what);
}

/** Waits until the hostile part had its chance: it was refused, and what may play has played past it. */
async function settle(
  page: Page,
  world: World,
  { playsTo, waits, asked, unhurried, blocked = [], act: deed }: HostileCase
): Promise<Reading> {
  const player = await page.waitForFunction(() => document.querySelector<JetPlayer>('jet-player')?.player);
  // It has to play past the hostile part, and there is no need to watch.
  if (!unhurried) await player.evaluate((made) => made!.playback.setRate(4));
  if (deed) await act(page, deed);
  const done = ({ played, error, blocked: refused }: Reading): boolean => {
    if (!blocked.every((kind) => refused.includes(kind))) return false;
    if (asked) return world.hits.filter(({ path }) => path === asked).length > 1;
    return waits === true || (playsTo === undefined ? error !== undefined : played > playsTo);
  };
  let last: Reading | undefined;
  await expect.poll(async () => done((last = await read(page))) || last, { timeout: 40_000, intervals: [60] }).toBe(true);
  return last!;
}

function judge(world: World, { allow = [], hole }: HostileCase): void {
  const ours = [site, ...(allow.length > 0 ? ['https://media.page-cdn.test'] : [])];
  const strangers = contacted(world).filter((origin) => !ours.includes(origin));
  expect(strangers, 'origins that nobody allowed').toEqual(hole?.origins ?? []);
  expect(marks(world), 'marks of the viewer').toEqual([]);
  if (hole?.referrer) expect(referrers(world), 'a known hole that has closed').not.toEqual([]);
  else expect(referrers(world), 'requests that name the page').toEqual([]);
}

for (const build of builds) {
  for (const [family, cases] of Object.entries(families)) {
    test.describe(`${build.name}: ${family}`, () => {
      for (const hostile of cases) {
        test(hostile.name, async ({ page, world, problems }) => {
          world.stage({ ...hostile.files, [pageAddress]: pageOf(build, hostile) });
          await page.goto(pageAddress);
          const { error, blocked } = await settle(page, world, hostile);
          judge(world, hostile);
          expect(await counts(page), 'calls that remember or phone home').toEqual({});
          expect(problems, 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
          if (hostile.playsTo !== undefined) expect(error).toBeUndefined();
        });
      }
    });
  }
}
