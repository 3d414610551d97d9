import { icons } from '../icons/icons.js';
import type { Setting } from './setting.js';
import { captionStyle, transcript } from './open-panel.js';
import { speakCaptions } from './speak-captions.js';
import { nameTracks } from './track-names.js';

/** The text tracks, and what belongs to captions: their style, reading them aloud, and the transcript. */
export const captions: Setting = (view) => {
  const { player, state, t } = view;
  const { tracks, choice } = state.captions;
  if (tracks.length === 0) return undefined;
  const names = nameTracks(tracks, t, t.captionTrack);
  const choices = tracks.map(({ id }, index) => ({ value: id, label: names[index]! }));
  return {
    name: 'captions',
    label: t.captions,
    icon: icons.captions,
    value: choice ?? '',
    summary: choices.find(({ value }) => value === choice)?.label ?? t.captionsOff,
    choices: [{ value: '', label: t.captionsOff }, ...choices],
    choose: (value) => player.captions.choose(value || null),
    actions: [captionStyle(view), speakCaptions(view), transcript(view)]
  };
};
