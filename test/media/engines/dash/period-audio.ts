import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import {
  audio,
  audioMenu,
  chooseAudio,
  fetchedSegments,
  presentationUrl,
  waitForPosition,
  video,
  type PeriodSpec,
  type SetSpec
} from './presentation.js';

export const english = audio('en', { id: '2', role: 'main' });
export const dutch = audio('nl', { id: '3' });
export const period = (seconds: number, ...sets: SetSpec[]): PeriodSpec => ({ seconds, sets: [video, ...sets] });

/** Forms in which a second period may contain the same two audio tracks. */
export const secondPeriodForms: Readonly<Record<string, readonly SetSpec[]>> = {
  'the same ids': [english, dutch],
  'other ids': [audio('en', { id: '12', role: 'main' }), audio('nl', { id: '13' })],
  'no ids': [audio('en', { role: 'main' }), audio('nl')],
  'another order': [dutch, english],
  'exchanged ids': [audio('nl', { id: '2' }), audio('en', { id: '3', role: 'main' })],
  'three-letter language codes': [audio('eng', { id: '12', role: 'main' }), audio('nld', { id: '13', track: 'audio-nl' })]
};

/** The form that `npm test` tests. The wide tests test the others. */
export const representativeForm = 'exchanged ids';

/** Forgets all segments that were fetched before. */
export function clearFetchedSegments(): void {
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(2000);
}

/** Chooses the audio track of a language, waits until it plays, and returns its id. */
export async function chooseLanguage(mounted: MountedPlayer, language: string): Promise<string> {
  chooseAudio(mounted, language);
  await until(`${language} plays`, () => audioMenu(mounted).includes(`${language}*`));
  return mounted.player.state.current.audio.choice!;
}

/** Plays from the last seconds of a first period of 30 seconds into the second period. */
export async function playIntoSecondPeriod(mounted: MountedPlayer): Promise<void> {
  mounted.player.time.seek(28);
  await waitForPosition(mounted, 31);
}

/** Expects that the chosen language plays in a second period that contains the same two tracks in this form. */
export async function expectSameLanguage(mounted: MountedPlayer, form: string): Promise<void> {
  await mounted.play(presentationUrl([period(30, english, dutch), period(34, ...secondPeriodForms[form]!)]));
  const id = await chooseLanguage(mounted, 'nl');
  await playIntoSecondPeriod(mounted);
  expect(mounted.player.state.current.audio.choice).to.equal(id);
  expect(audioMenu(mounted).sort()).to.deep.equal(['en', 'nl*']);
  expect(fetchedSegments('audio-nl')).to.include(17);
  expect(fetchedSegments('audio-en').filter((number) => number > 15)).to.deep.equal([]);
}
