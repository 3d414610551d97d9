import { html, nothing } from 'lit';
import { button } from '../button.js';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** The shield button: opens the privacy panel and shows the number of blocked origins. */
export const privacy: Control = {
  name: 'privacy',
  render({ state, t, show }) {
    const count = state.privacy.blocked.length;
    const badge = count > 0 ? html`<span class="badge" aria-hidden="true">${count}</span>` : nothing;
    return button({
      name: 'privacy',
      label: count > 0 ? t.privacyBlocked(count) : t.privacy,
      icon: html`${icons.shield}${badge}`,
      run: () => show('privacy')
    });
  }
};
