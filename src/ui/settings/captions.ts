import { formatNumber, languageName } from '../../i18n/format.js';
import { icons } from '../icons.js';
import type { Setting } from './index.js';

export const captions: Setting = ({
  player,
  state: {
    captions: { tracks, choice }
  },
  t
}) => {
  if (tracks.length === 0) return undefined;
  const choices = tracks.map(({ id, label, language, kind }, index) => {
    const name = label || languageName(language, t.lang) || t.captionTrack(formatNumber(index + 1, t.lang));
    return { value: id, label: kind === 'captions' && !label ? t.forTheDeaf(name) : name };
  });
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
