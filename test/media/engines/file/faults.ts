import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

let runs = 0;
/** The URL of the video from a server with a fault, by the name of its plan; a new one for each run. */
export const faulty = (plan: string) => `/streams/faulty/${plan}/${Date.now()}-${runs++}/film.mp4`;

/** Expects that a file whose server has a fault plays on. */
export async function expectToPlayOn(mounted: MountedPlayer, plan: string): Promise<void> {
  await mounted.play(faulty(plan));
  const source = () => mounted.player.state.current.source;
  await until('it plays beyond the fault', () => mounted.video.currentTime > 5 || source().status === 'failed');
  expect(source().error?.message).to.equal(undefined);
  expect(mounted.player.session.engineName).to.equal('file');
  await mounted.untilFrameMatchesClock();
}

/** Expects that a file whose server has a fault fails with a code. */
export async function expectToFail(mounted: MountedPlayer, plan: string, code: string): Promise<void> {
  mounted.video.autoplay = true;
  mounted.player.load([{ src: faulty(plan) }]);
  const source = () => mounted.player.state.current.source;
  await until('the player failed', () => source().status === 'failed');
  expect(source().error?.code).to.equal(code);
}
