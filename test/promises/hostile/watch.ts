import type { JetPlayer } from '../../../src/index.js';
import type { World } from '../../support/world.js';
import type { HostileCase } from './case.js';

/**
 * Runs a function in the page. The function, its argument and its result are sent as text. The driver of every browser has such a method.
 */
export type Evaluate = <Given, Result>(run: (given: Given) => Result, given: Given) => Promise<Result>;

/** What the player in the page reports. */
export interface PlayerReading {
  /** The number of seconds that have been played. */
  readonly played: number;
  /** The error code; null if there is none, because the drivers serialise undefined differently. */
  readonly error: string | null;
  readonly blocked: readonly string[];
}

function readPlayer(): PlayerReading | undefined {
  const element = document.querySelector<JetPlayer>('jet-player');
  const player = element?.player;
  if (!player) return undefined;
  // Reads the played ranges, and only within the seekable range: a live presentation starts far from zero, and Chromium reports everything
  // before its start as played.
  const { played, seekable } = element;
  const first = seekable.length > 0 ? seekable.start(0) : 0;
  let seconds = 0;
  for (let index = 0; index < played.length; index++) seconds += Math.max(0, played.end(index) - Math.max(first, played.start(index)));
  return {
    played: seconds,
    error: player.state.current.source.error?.code ?? null,
    blocked: element.privacyReport().blocked.map(({ kind }) => kind)
  };
}

/** Makes a selection of the viewer if the player already offers it; returns whether it did. Runs in the page. */
function selectAsViewer(selection: NonNullable<HostileCase['viewerAction']>): boolean {
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

/** Calls `read` repeatedly until `isDone` accepts its value, which it returns. @throws Error with the last value after `timeoutMs` */
async function poll<Value>(read: () => Promise<Value>, isDone: (value: Value) => boolean, timeoutMs = 40_000): Promise<Value> {
  const startTime = Date.now();
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    if (Date.now() - startTime > timeoutMs) throw new Error(`Timed out; the last value was ${JSON.stringify(value)}.`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Waits until the attack of a case is over: its requests were blocked, and allowed media have played past it, or playback has failed. */
export async function waitForOutcome(evaluate: Evaluate, world: World, hostile: HostileCase): Promise<PlayerReading> {
  const { playsToSeconds, waitsForBlocked, retriedPath, atNormalSpeed, mayFail, blocked = [], viewerAction } = hostile;
  const read = () => evaluate(readPlayer, undefined);
  await poll(read, (reading) => reading !== undefined);
  // Playback has to pass the attack, and the playback rate does not matter.
  if (!atNormalSpeed) await evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.playback.setRate(4), undefined);
  if (viewerAction) await poll(() => evaluate(selectAsViewer, viewerAction), Boolean);
  const isDone = (reading: PlayerReading | undefined): boolean => {
    if (!reading || !blocked.every((kind) => reading.blocked.includes(kind))) return false;
    if (retriedPath) return world.hits.filter(({ path }) => path === retriedPath).length > 1;
    if (mayFail && reading.error !== null) return true;
    return waitsForBlocked === true || (playsToSeconds === undefined ? reading.error !== null : reading.played > playsToSeconds);
  };
  return (await poll(read, isDone))!;
}
