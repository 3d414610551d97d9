import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { expect } from '../../cast/cast-fixtures.js';

/** Options of `expect.poll` while other tests keep the processors busy. */
export const pollOptions = { timeout: 20_000 };

type Player = NonNullable<JetPlayer['player']>;

/** Runs commands of the player in the page, like its controls. `run` is sent as text, so it may use nothing from outside. */
export const runCommand = (page: Page, run: (player: Player) => void): Promise<void> =>
  page.evaluate(`(${run.toString()})(document.querySelector('jet-player').player)`);

/** Returns the content of a store, without changing the counts of storage accesses. */
export const readStorage = (page: Page, store: 'localStorage' | 'sessionStorage') =>
  page.evaluate((name) => ({ ...window[name] }) as Record<string, string>, store);
/** Returns the stored record; null when there is none. */
export const readRecord = async (page: Page, store: 'localStorage' | 'sessionStorage' = 'localStorage') =>
  JSON.parse((await readStorage(page, store))['jet-player'] ?? 'null') as Record<string, unknown> | null;

/** Returns what is selected, and the playback position in seconds. */
export const readSelections = (page: Page) =>
  page.evaluate(() => {
    const { state } = document.querySelector<JetPlayer>('jet-player')!.player!;
    const { volume, playback, captions, quality, audio, time } = state.current;
    return {
      level: volume.level,
      rate: playback.rate,
      captions: captions.tracks.find(({ id }) => id === captions.choice)?.language ?? null,
      quality: quality.renditions.find(({ id }) => id === quality.choice)?.height ?? quality.choice,
      audio: audio.tracks.find(({ id }) => id === audio.choice)?.language ?? null,
      time: time.current
    };
  });

/** Selects everything that can be stored. */
export async function selectEverything(page: Page): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.captions.tracks.length),
      pollOptions
    )
    .toBe(2);
  await runCommand(page, (player) => {
    const { captions, quality, audio } = player.state.current;
    player.volume.setLevel(0.3);
    player.playback.setRate(1.5);
    player.captions.choose(captions.tracks.find(({ language }) => language === 'nl')!.id);
    player.quality.choose(quality.renditions.find(({ height }) => height === 360)!.id);
    player.audio.choose(audio.tracks.find(({ language }) => language === 'nl')!.id);
    player.time.seek(25);
  });
  await expect.poll(() => readSelections(page), pollOptions).toMatchObject({ ...selectedValues, time: 25 });
}
/** What `selectEverything` selects, except the playback position. */
export const selectedValues = { level: 0.3, rate: 1.5, captions: 'nl', quality: 360, audio: 'nl' };
