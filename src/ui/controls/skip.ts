import { html } from 'lit';
import { formatNumber } from '../../i18n/format.js';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';
import { bigPlay } from './big-play.js';

/** Seconds per skip, as with a double tap and the keys `j` and `l`. */
export const skipSeconds = 10;

const skipControl = (name: 'skip-back' | 'skip-forward'): Control => ({
  name,
  shown(view) {
    const { seekable } = view.state.time;
    return view.state.playback.started && seekable.end > seekable.start && bigPlay.shown!(view);
  },
  render({ player, t }) {
    const isBack = name === 'skip-back';
    return html`
      <button
        type="button"
        class="skip button"
        part=${name}
        aria-label=${isBack ? t.shortcut.back10 : t.shortcut.forward10}
        data-stays
        @click=${() => player.time.skip(isBack ? -skipSeconds : skipSeconds)}
      >
        ${isBack ? icons.replay : icons.onward}<span>${formatNumber(skipSeconds, t.lang)}</span>
      </button>
    `;
  }
});

/** The skip buttons next to the big play button, for touch: the alternative to a double tap, for viewers who cannot tap twice. */
export const skipBack = skipControl('skip-back');
export const skipForward = skipControl('skip-forward');
