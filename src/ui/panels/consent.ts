import { html, nothing } from 'lit';
import type { ConsentRequest } from '../../media/index.js';
import type { View } from '../view.js';
import type { Panel } from './panel.js';

const renderFact = (name: string, value: unknown) => html`
  <div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>
`;

function renderFacts({ purpose }: ConsentRequest, { t }: View) {
  const isGoogle = purpose === 'cast';
  return html`
    <dl class="facts stacked">
      ${renderFact(t.consentRecipient, isGoogle ? t.consentGoogle : t.consentDevice)}
      ${renderFact(t.consentData, isGoogle ? t.consentDataGoogle : t.consentDataDevice)} ${renderFact(t.consentLasts, t.consentLastsPage)}
    </dl>
  `;
}

/** Asks for consent before data goes to another device: the recipient, the data and the duration. Closing the panel declines. */
export const consent: Panel = {
  name: 'consent',
  title: (t, { state }) => (state.consent.pending?.purpose === 'cast' ? t.consentCast : t.consentRemote),
  onClose: ({ player }) => player.consent.answer(false),
  render(view) {
    const { player, state, t } = view;
    const { pending } = state.consent;
    if (!pending) return html``;
    return html`
      ${renderFacts(pending, view)}
      <p>${t.consentNote}</p>
      ${pending.once ? html`<p class="once">${t.consentOnce}</p>` : nothing}
      <div class="choices">
        <button type="button" part="refuse" @click=${() => player.consent.answer(false)}>${t.refuse}</button>
        <button type="button" class="main" part="allow" @click=${() => player.consent.answer(true)}>${t.allow}</button>
      </div>
    `;
  }
};
