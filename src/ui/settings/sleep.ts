import { spokenTime } from '../../i18n/format.js';
import { formatTime } from '../../lib/format.js';
import { SleepTimer, sleepTimerOf, type SleepChoice } from '../host/sleep-timer.js';
import { icons } from '../icons/icons.js';
import type { Setting } from './setting.js';

/** The choices in minutes. */
const minutes = [15, 30, 45, 60];

const toChoice = (value: string): SleepChoice => (value === 'chapter' || value === 'end' ? value : Number(value));

/** The sleep timer of the audio player. */
export const sleep: Setting = ({ audio, player, state, t, notify, refresh }) => {
  if (!audio) return undefined;
  const timer = sleepTimerOf(player);
  const isLive = state.live.streamType === 'live';
  const choices = [
    { value: '', label: t.sleepOff },
    ...minutes.map((value) => ({ value: String(value), label: spokenTime(value * 60, t.lang) })),
    ...(state.chapters.current < 0 ? [] : [{ value: 'chapter', label: t.sleepChapter }]),
    ...(isLive ? [] : [{ value: 'end', label: t.sleepEnd }])
  ];
  const value = timer ? String(timer.choice) : '';
  return {
    name: 'sleep',
    label: t.sleep,
    icon: icons.sleep,
    value,
    summary: timer?.left === undefined ? (choices.find((choice) => choice.value === value)?.label ?? '') : formatTime(timer.left),
    choices,
    choose(newValue) {
      sleepTimerOf(player)?.cancel();
      if (newValue) new SleepTimer({ player, choice: toChoice(newValue), onTick: refresh, onSleep: () => notify((view) => view.t.slept) });
      refresh();
    }
  };
};
