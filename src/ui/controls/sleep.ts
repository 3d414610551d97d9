import { html, nothing } from 'lit';
import { spokenTime } from '../../i18n/format.js';
import { formatTime } from '../../lib/format.js';
import { icons } from '../icons/icons.js';
import type { Control } from '../view.js';

/** Rounds seconds up to minutes, so that the name of the button does not change every second. */
const roundUpToMinutes = (seconds: number): number => Math.ceil(seconds / 60) * 60;

/** The remaining time of the sleep timer; a click cancels the timer. */
export const sleep: Control = {
  name: 'sleep',
  shown: ({ menuContents, player }) => menuContents?.sleepTimerOf(player) !== undefined,
  render({ menuContents, player, t, refresh }) {
    const timer = menuContents?.sleepTimerOf(player);
    const secondsLeft = timer?.left;
    const label = `${secondsLeft === undefined ? t.sleep : t.sleepLeft(spokenTime(roundUpToMinutes(secondsLeft), t.lang))} · ${t.cancel}`;
    const run = () => {
      timer?.cancel();
      refresh();
    };
    return html`<button type="button" class="button wide" part="sleep" aria-label=${label} data-tip=${t.cancel} @click=${run}>
      ${icons.sleep}${secondsLeft === undefined ? nothing : html`<span class="time">${formatTime(secondsLeft)}</span>`}
    </button>`;
  }
};
