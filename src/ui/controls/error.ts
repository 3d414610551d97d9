import { html, nothing } from 'lit';
import type { ErrorCode } from '../../media/index.js';
import type { Messages } from '../../i18n/locales/en.js';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** Returns the text of an error code. An error code without a text fails to compile here. */
const errorText = (t: Messages, code: ErrorCode): string => t.errors[code];

const hostOf = (url: string | undefined): string => (url && URL.canParse(url) ? new URL(url).host : '');

/** The error message, with the error code in small print for support requests. */
export const error: Control = {
  name: 'error',
  shown: ({ state }) => state.source.error !== null,
  render({ player, state, t, show }) {
    const failure = state.source.error!;
    const host = hostOf(failure.url);
    const isBlocked = failure.code === 'policy/blocked';
    const retry = html`
      <button type="button" class=${isBlocked ? nothing : 'main'} part="retry" @click=${() => player.source.retry()}>
        ${icons.replay}<span>${t.retry}</span>
      </button>
    `;
    // Trying again changes nothing while the page does not allow the host.
    const details = html`
      <button type="button" class="main" part="error-details" @click=${() => show('privacy')}>
        ${icons.shield}<span>${t.details}</span>
      </button>
    `;
    return html`
      <div class="error" part="error" role="alert">
        <slot name="error"
          >${icons.alert}
          <p>${errorText(t, failure.code)}</p>
          <p class="code" dir="ltr">${failure.code}${host ? html` · ${host}` : nothing}</p>
          <div class="choices">${isBlocked ? details : nothing}${retry}</div></slot
        >
      </div>
    `;
  }
};
