import type { JetPlayer } from '../../src/index.js';
import type { World } from '../support/world.js';
import type { HostileCase } from './case.js';

/** Runs a function in the page; it and what goes in and out travel as text. Every browser's driver has something like it. */
export type Evaluate = <Given, Result>(run: (given: Given) => Result, given: Given) => Promise<Result>;

/** What the page can tell about its player. */
export interface Reading {
  /** Seconds. */
  readonly played: number;
  /** Null where there is none: to a page's undefined each driver gives another form. */
  readonly error: string | null;
  readonly blocked: readonly string[];
}

function readPlayer(): Reading | undefined {
  const element = document.querySelector<JetPlayer>('jet-player');
  const player = element?.player;
  if (!player) return undefined;
  // What was played, and not where it stands: a live presentation begins far from zero, and Chromium says that it played up to there.
  const { played, seekable } = element;
  const first = seekable.length > 0 ? seekable.start(0) : 0;
  let seconds = 0;
  for (let at = 0; at < played.length; at++) seconds += Math.max(0, played.end(at) - Math.max(first, played.start(at)));
  return {
    played: seconds,
    error: player.state.current.error.error?.code ?? null,
    blocked: element.privacyReport().blocked.map(({ kind }) => kind)
  };
}

/** Does what a viewer may do, once the player offers it; false before. */
function act(wanted: NonNullable<HostileCase['act']>): boolean {
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
}

/** Asks again and again until `done`. @throws Error with the last answer when `limit` milliseconds have passed */
async function poll<Answer>(ask: () => Promise<Answer>, done: (answer: Answer) => boolean, limit = 40_000): Promise<Answer> {
  const begun = Date.now();
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() - begun > limit) throw new Error(`Waited in vain; the last answer was ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Waits until the hostile part had its chance: it was refused, and what may play has played past it. */
export async function settle(evaluate: Evaluate, world: World, hostile: HostileCase): Promise<Reading> {
  const { playsTo, waits, asked, unhurried, blocked = [], act: deed } = hostile;
  const look = () => evaluate(readPlayer, undefined);
  await poll(look, (reading) => reading !== undefined);
  // It has to play past the hostile part, and there is no need to watch.
  if (!unhurried) await evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.playback.setRate(4), undefined);
  if (deed) await poll(() => evaluate(act, deed), Boolean);
  const done = (reading: Reading | undefined): boolean => {
    if (!reading || !blocked.every((kind) => reading.blocked.includes(kind))) return false;
    if (asked) return world.hits.filter(({ path }) => path === asked).length > 1;
    return waits === true || (playsTo === undefined ? reading.error !== null : reading.played > playsTo);
  };
  return (await poll(look, done))!;
}
