import { formatNumber } from '../../i18n/format.js';
import { icons } from '../icons/icons.js';
import type { Setting } from './setting.js';

export const speed: Setting = ({
  player,
  state: {
    playback: { rate }
  },
  t,
  options: { rates }
}) => {
  if (rates.length < 2) return undefined;
  const labelOf = (value: number) => (value === 1 ? t.normalSpeed : `${formatNumber(value, t.lang)}×`);
  return {
    name: 'speed',
    label: t.speed,
    icon: icons.speed,
    value: String(rate),
    summary: labelOf(rate),
    choices: rates.map((value) => ({ value: String(value), label: labelOf(value) })),
    choose: (value) => player.playback.setRate(Number(value)),
    slider: {
      label: t.speed,
      min: rates[0]!,
      max: rates.at(-1)!,
      step: 0.05,
      value: rate,
      describe: labelOf,
      set: player.playback.setRate
    }
  };
};
