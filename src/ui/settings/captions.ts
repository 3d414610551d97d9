import { icons } from '../icons.js';
import type { Setting } from './setting.js';
import { nameTracks } from './track-names.js';

export const captions: Setting = ({
  player,
  state: {
    captions: { tracks, choice }
  },
  t
}) => {
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
    choose: (value) => player.captions.choose(value || null)
  };
};
