import type { JetPlayer } from '../../../src/index.js';
import type { World } from '../../support/world.js';
import type { HostileCase } from './case.js';

/** Runs a function in the page; it, its arguments and its result are sent as text. The driver of every browser has such a method. */
export type Evaluate = <Given, Result>(run: (given: Given) => Result, given: Given) => Promise<Result>;

/** The page's report about its player. */
export interface Reading {
  /** Seconds. */
  readonly played: number;
  /** Null if there is none, because the drivers serialise undefined differently. */
  readonly error: string | null;
  readonly blocked: readonly string[];
}

function readPlayer(): Reading | undefined {
  const element = document.querySelector<JetPlayer>('jet-player');
  const player = element?.player;
  if (!player) return undefined;
  // The played ranges, not the playback position: a live presentation starts far from zero, and Chromium reports that it played up to
  // there.
  const { played, seekable } = element;
  const first = seekable.length > 0 ? seekable.start(0) : 0;
  let seconds = 0;
  for (let at = 0; at < played.length; at++) seconds += Math.max(0, played.end(at) - Math.max(first, played.start(at)));
  return {
    played: seconds,
    error: player.state.current.source.error?.code ?? null,
    blocked: element.privacyReport().blocked.map(({ kind }) => kind)
  };
}

/** Makes a selection of the viewer as soon as the player offers it; false before. */
function act(selection: NonNullable<HostileCase['act']>): boolean {
  const { player } = document.querySelector<JetPlayer>('jet-player')!;
  const { audio, captions, playback } = player!.state.current;
  // hls.js loses a selection that is made before its captions are ready.
  if (!playback.started) return false;
  if (selection === 'switch audio track') {
    const other = audio.tracks.find(({ id }) => id !== audio.choice);
    if (other && audio.choice) player!.audio.choose(other.id);
    return Boolean(other && audio.choice);
  }
  const [first] = captions.tracks;
  if (first) player!.captions.choose(first.id);
  return first !== undefined;
}

/** Calls `read` repeatedly until `done`. @throws Error with the last value when `limit` milliseconds have passed */
async function poll<Value>(read: () => Promise<Value>, done: (value: Value) => boolean, limit = 40_000): Promise<Value> {
  const begun = Date.now();
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    if (Date.now() - begun > limit) throw new Error(`Timed out; the last value was ${JSON.stringify(value)}.`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Waits until the attack is over: its request was blocked, and allowed media have played past it. */
export async function settle(evaluate: Evaluate, world: World, hostile: HostileCase): Promise<Reading> {
  const { playsTo, waits, requested, unhurried, mayFail, blocked = [], act: selection } = hostile;
  const look = () => evaluate(readPlayer, undefined);
  await poll(look, (reading) => reading !== undefined);
  // Playback has to pass the attack, and the playback rate does not matter.
  if (!unhurried) await evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.playback.setRate(4), undefined);
  if (selection) await poll(() => evaluate(act, selection), Boolean);
  const done = (reading: Reading | undefined): boolean => {
    if (!reading || !blocked.every((kind) => reading.blocked.includes(kind))) return false;
    if (requested) return world.hits.filter(({ path }) => path === requested).length > 1;
    if (mayFail && reading.error !== null) return true;
    return waits === true || (playsTo === undefined ? reading.error !== null : reading.played > playsTo);
  };
  return (await poll(look, done))!;
}
