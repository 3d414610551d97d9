import { formatNumber, languageName } from '../../i18n/format.js';
import { icons } from '../icons.js';
import type { Setting } from './index.js';

export const audio: Setting = ({
  player,
  state: {
    audio: { tracks, choice }
  },
  t
}) => {
  if (tracks.length < 2) return undefined;
  const choices = tracks.map(({ id, label, language, kind }, index) => {
    const name = label || languageName(language, t.lang) || t.audioTrack(formatNumber(index + 1, t.lang));
    return { value: id, label: kind === 'descriptions' && !label ? t.described(name) : name };
  });
  return {
    name: 'audio',
    label: t.audio,
    icon: icons.audio,
    value: choice ?? '',
    summary: choices.find(({ value }) => value === choice)?.label ?? '',
    choices,
    choose: player.audio.choose
  };
};
