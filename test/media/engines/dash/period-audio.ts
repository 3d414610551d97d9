import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { audio, audioMenu, chooseAudio, fetched, present, reach, video, type PeriodSpec, type SetSpec } from './present.js';

export const english = audio('en', { id: '2', role: 'main' });
export const dutch = audio('nl', { id: '3' });
export const period = (seconds: number, ...sets: SetSpec[]): PeriodSpec => ({ seconds, sets: [video, ...sets] });

/** Ways to write the same two audio tracks in a second period. */
export const seconds: Readonly<Record<string, readonly SetSpec[]>> = {
  'the same ids': [english, dutch],
  'other ids': [audio('en', { id: '12', role: 'main' }), audio('nl', { id: '13' })],
  'no ids': [audio('en', { role: 'main' }), audio('nl')],
  'another order': [dutch, english],
  'exchanged ids': [audio('nl', { id: '2' }), audio('en', { id: '3', role: 'main' })],
  'three-letter language codes': [audio('eng', { id: '12', role: 'main' }), audio('nld', { id: '13', track: 'audio-nl' })]
};

/** The way that `npm test` tests. */
export const hardest = 'exchanged ids';

/** Counts the fetched segments from here on. */
export function clearFetched(): void {
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(2000);
}

/** Chooses the audio track of a language, waits until it plays, and returns its id. */
export async function choose(mounted: MountedPlayer, language: string): Promise<string> {
  chooseAudio(mounted, language);
  await until(`${language} plays`, () => audioMenu(mounted).includes(`${language}*`));
  return mounted.player.state.current.audio.choice!;
}

/** Plays the last seconds of a first period of 30 seconds, and the beginning of the next one. */
export async function playIntoNext(mounted: MountedPlayer): Promise<void> {
  mounted.player.time.seek(28);
  await reach(mounted, 31);
}

/** Expects the chosen language in a second period that has the same two tracks, written in one of the ways. */
export async function expectSameLanguage(mounted: MountedPlayer, way: string): Promise<void> {
  await mounted.play(present([period(30, english, dutch), period(34, ...seconds[way]!)]));
  const id = await choose(mounted, 'nl');
  await playIntoNext(mounted);
  expect(mounted.player.state.current.audio.choice).to.equal(id);
  expect(audioMenu(mounted).sort()).to.deep.equal(['en', 'nl*']);
  expect(fetched('audio-nl')).to.include(17);
  expect(fetched('audio-en').filter((number) => number > 15)).to.deep.equal([]);
}
