import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import {
  audio,
  captionMenu,
  chooseCaptions,
  presentationUrl,
  waitForPosition,
  shownCues,
  text,
  video,
  type PeriodSpec,
  type SetSpec
} from './presentation.js';

export const period = (seconds: number, ...sets: SetSpec[]): PeriodSpec => ({ seconds, sets: [video, audio('en', { id: '2' }), ...sets] });

/** A first period of 20 seconds with English and Dutch captions. */
export const firstPeriod = period(20, text('en', 'A-EN', { id: '4' }), text('nl', 'A-NL', { id: '5' }));

/** Forms in which a second period may contain the same two text tracks. */
export const secondPeriodForms: Readonly<Record<string, readonly SetSpec[]>> = {
  'the same ids': [text('en', 'B-EN', { id: '4' }), text('nl', 'B-NL', { id: '5' })],
  'the same ids in another order': [text('nl', 'B-NL', { id: '5' }), text('en', 'B-EN', { id: '4' })],
  'other ids': [text('en', 'B-EN', { id: '14' }), text('nl', 'B-NL', { id: '15' })],
  'other ids in another order': [text('nl', 'B-NL', { id: '15' }), text('en', 'B-EN', { id: '14' })],
  'exchanged ids': [text('nl', 'B-NL', { id: '4' }), text('en', 'B-EN', { id: '5' })],
  'no ids, and another order': [text('nl', 'B-NL'), text('en', 'B-EN')],
  'the same ids and another role': [text('en', 'B-EN', { id: '4', role: 'subtitle' }), text('nl', 'B-NL', { id: '5', role: 'subtitle' })],
  'other ids and another role': [text('en', 'B-EN', { id: '14', role: 'subtitle' }), text('nl', 'B-NL', { id: '15', role: 'subtitle' })],
  labels: [text('nl', 'B-NL', { id: '4', label: 'Nederlands' }), text('en', 'B-EN', { id: '5', label: 'English' })]
};

/** The form that `npm test` tests. The wide tests test the others. */
export const representativeForm = 'exchanged ids';

/** Waits until only one cue is shown, and its text begins like this. */
export const waitForCue = (mounted: MountedPlayer, beginning: string): Promise<void> =>
  until(
    `a cue that begins with ${beginning} is shown`,
    () => shownCues(mounted).length === 1 && shownCues(mounted)[0]!.startsWith(beginning)
  );

/** Seeks to a position in seconds, and waits until the video plays there. */
export async function playFrom(mounted: MountedPlayer, position: number): Promise<void> {
  mounted.player.time.seek(position);
  await until(
    `the video plays from ${position} s`,
    () => !mounted.video.seeking && Math.abs(mounted.video.currentTime - position - 1) < 0.9
  );
}

/** Plays a presentation, and waits until its two caption tracks are listed. */
export async function openPresentation(mounted: MountedPlayer, ...periods: PeriodSpec[]): Promise<void> {
  await mounted.play(presentationUrl(periods));
  await until('the captions are listed', () => captionMenu(mounted).length === 2);
  expect(captionMenu(mounted)).to.deep.equal(['en', 'nl']);
}

/**
 * Expects that captions in the chosen language are shown, and that each language is listed once, in a second period that contains the same
 * two tracks in this form.
 */
export async function expectSameLanguage(mounted: MountedPlayer, form: string): Promise<void> {
  await openPresentation(mounted, firstPeriod, period(44, ...secondPeriodForms[form]!));
  chooseCaptions(mounted, 'nl');
  await waitForCue(mounted, 'A-NL');
  const { choice } = mounted.player.state.current.captions;
  await playFrom(mounted, 18);
  await waitForPosition(mounted, 21);
  await waitForCue(mounted, 'B-NL');
  const label = form === 'labels' ? 'Nederlands' : '';
  await until('two tracks are listed', () => captionMenu(mounted).length === 2);
  expect(captionMenu(mounted)).to.include(`${label}nl*`);
  // A track with another role is another track: subtitles in place of captions.
  if (!form.endsWith('another role')) expect(mounted.player.state.current.captions.choice).to.equal(choice);
  await playFrom(mounted, 3);
  await waitForCue(mounted, 'A-NL');
  expect(captionMenu(mounted)).to.have.length(2);
}
