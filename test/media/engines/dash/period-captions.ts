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
export const shows = (mounted: MountedPlayer, beginning: string): Promise<void> =>
  until(`a cue of ${beginning} is shown`, () => shownCues(mounted).length === 1 && shownCues(mounted)[0]!.startsWith(beginning));

/** Plays from a position in seconds. */
export async function playFrom(mounted: MountedPlayer, position: number): Promise<void> {
  mounted.player.time.seek(position);
  await until(
    `the video plays from ${position} s`,
    () => !mounted.video.seeking && Math.abs(mounted.video.currentTime - position - 1) < 0.9
  );
}

/** Plays a presentation, and waits until its two caption tracks are listed. */
export async function open(mounted: MountedPlayer, ...periods: PeriodSpec[]): Promise<void> {
  await mounted.play(present(periods));
  await until('the captions are listed', () => captionMenu(mounted).length === 2);
  expect(captionMenu(mounted)).to.deep.equal(['en', 'nl']);
}

/** Expects the chosen language, and one line for each, in a second period that has the same two tracks, written in one of the ways. */
export async function expectSameLanguage(mounted: MountedPlayer, way: string): Promise<void> {
  await open(mounted, both, period(44, ...seconds[way]!));
  chooseCaptions(mounted, 'nl');
  await shows(mounted, 'A-NL');
  const { choice } = mounted.player.state.current.captions;
  await playFrom(mounted, 18);
  await reach(mounted, 21);
  await shows(mounted, 'B-NL');
  const name = way === 'labels' ? 'Nederlands' : '';
  await until('two lines are listed', () => captionMenu(mounted).length === 2);
  expect(captionMenu(mounted)).to.include(`${name}nl*`);
  expect(mounted.player.state.current.captions.choice).to.equal(choice);
  await playFrom(mounted, 3);
  await shows(mounted, 'A-NL');
  expect(captionMenu(mounted)).to.have.length(2);
}
