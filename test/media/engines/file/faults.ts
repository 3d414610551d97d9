import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

let runs = 0;
/** Returns the URL of the video on a server with the faults of a plan. Each call returns a new URL, for which the plan starts again. */
export const faultyUrl = (plan: string) => `/streams/faulty/${plan}/${Date.now()}-${runs++}/film.mp4`;

/** Expects that a file plays on although its server has the faults of a plan. */
export async function expectToPlayOn(mounted: MountedPlayer, plan: string): Promise<void> {
  await mounted.play(faultyUrl(plan));
  const source = () => mounted.player.state.current.source;
  await until('the video plays after the fault, or fails', () => mounted.video.currentTime > 5 || source().status === 'failed');
  expect(source().error?.message).to.equal(undefined);
  expect(mounted.player.session.engineName).to.equal('file');
  await mounted.untilFrameMatchesClock();
}

/** Expects that a file whose server has the faults of a plan fails with a code. */
export async function expectToFail(mounted: MountedPlayer, plan: string, code: string): Promise<void> {
  mounted.video.autoplay = true;
  mounted.player.load([{ src: faultyUrl(plan) }]);
  const source = () => mounted.player.state.current.source;
  await until('the player failed', () => source().status === 'failed');
  expect(source().error?.code).to.equal(code);
}
