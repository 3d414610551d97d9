import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { audio, captionMenu, chooseCaptions, present, reach, shownCues, text, video, type PeriodSpec, type SetSpec } from './present.js';

export const period = (seconds: number, ...sets: SetSpec[]): PeriodSpec => ({ seconds, sets: [video, audio('en', { id: '2' }), ...sets] });
export const both = period(20, text('en', 'A-EN', { id: '4' }), text('nl', 'A-NL', { id: '5' }));

/** Ways to write the same two text tracks in a second period. */
export const seconds: Readonly<Record<string, readonly SetSpec[]>> = {
  'the same ids': [text('en', 'B-EN', { id: '4' }), text('nl', 'B-NL', { id: '5' })],
  'the same ids in another order': [text('nl', 'B-NL', { id: '5' }), text('en', 'B-EN', { id: '4' })],
  'other ids': [text('en', 'B-EN', { id: '14' }), text('nl', 'B-NL', { id: '15' })],
  'other ids in another order': [text('nl', 'B-NL', { id: '15' }), text('en', 'B-EN', { id: '14' })],
  'exchanged ids': [text('nl', 'B-NL', { id: '4' }), text('en', 'B-EN', { id: '5' })],
  'no ids, and another order': [text('nl', 'B-NL'), text('en', 'B-EN')],
  labels: [text('nl', 'B-NL', { id: '4', label: 'Nederlands' }), text('en', 'B-EN', { id: '5', label: 'English' })]
};

/** The way that `npm test` tests. */
export const hardest = 'exchanged ids';

/** Waits until one cue is shown, which begins with a text. */
export const shows = (at: MountedPlayer, beginning: string): Promise<void> =>
  until(`a cue of ${beginning} is shown`, () => shownCues(at).length === 1 && shownCues(at)[0]!.startsWith(beginning));

/** Plays from a position in seconds. */
export async function playFrom(at: MountedPlayer, position: number): Promise<void> {
  at.player.time.seek(position);
  await until(`the video plays from ${position} s`, () => !at.video.seeking && Math.abs(at.video.currentTime - position - 1) < 0.9);
}

/** Plays a presentation, and waits until its two caption tracks are listed. */
export async function open(at: MountedPlayer, ...periods: PeriodSpec[]): Promise<void> {
  await at.play(present(periods));
  await until('the captions are listed', () => captionMenu(at).length === 2);
  expect(captionMenu(at)).to.deep.equal(['en', 'nl']);
}

/** Expects the chosen language, and one line for each, in a second period that has the same two tracks, written in one of the ways. */
export async function expectSameLanguage(at: MountedPlayer, way: string): Promise<void> {
  await open(at, both, period(44, ...seconds[way]!));
  chooseCaptions(at, 'nl');
  await shows(at, 'A-NL');
  const { choice } = at.player.state.current.captions;
  await playFrom(at, 18);
  await reach(at, 21);
  await shows(at, 'B-NL');
  const name = way === 'labels' ? 'Nederlands' : '';
  await until('two lines are listed', () => captionMenu(at).length === 2);
  expect(captionMenu(at)).to.include(`${name}nl*`);
  expect(at.player.state.current.captions.choice).to.equal(choice);
  await playFrom(at, 3);
  await shows(at, 'A-NL');
  expect(captionMenu(at)).to.have.length(2);
}
