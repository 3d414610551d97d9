import { menuIcons } from '../icons/menu-icons.js';
import type { Setting } from './setting.js';
import { nameTracks } from './track-names.js';

export const audio: Setting = ({
  player,
  state: {
    audio: { tracks, choice }
  },
  t
}) => {
  if (tracks.length < 2) return undefined;
  const names = nameTracks(tracks, t, t.audioTrack);
  const choices = tracks.map(({ id }, index) => ({ value: id, label: names[index]! }));
  return {
    name: 'audio',
    label: t.audio,
    icon: menuIcons.audio,
    value: choice ?? '',
    summary: choices.find(({ value }) => value === choice)?.label ?? '',
    choices,
    choose: player.audio.choose
  };
};
