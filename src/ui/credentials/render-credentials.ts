import { html, nothing, type TemplateResult } from 'lit';
import { formatBytes, formatNumber } from '../../i18n/format.js';
import type { CredentialsTexts } from '../../i18n/credentials/en.js';
import type { Credentials, CredentialsFailure } from '../../media/credentials/credentials.js';

/** The text for each action of C2PA that viewers meet; all others are `otherAction`. */
const actionTexts: Readonly<Record<string, keyof CredentialsTexts>> = {
  'c2pa.created': 'created',
  'c2pa.opened': 'opened',
  'c2pa.placed': 'placed',
  'c2pa.edited': 'edited',
  'c2pa.converted': 'converted',
  'c2pa.transcoded': 'converted',
  'c2pa.repackaged': 'converted',
  'c2pa.published': 'published'
};

const failureTexts: Readonly<Partial<Record<CredentialsFailure, keyof CredentialsTexts>>> = {
  stream: 'stream',
  'too-large': 'tooLarge',
  remote: 'remote'
};

function statusText({ status, failure }: Credentials, texts: CredentialsTexts): string {
  return texts[status === 'failed' ? ((failure && failureTexts[failure]) ?? 'unread') : status];
}

const actionText = (action: string, texts: CredentialsTexts): string =>
  texts[(Object.hasOwn(actionTexts, action) && actionTexts[action]) || 'otherAction'];

/** Formats a time of a time stamp (RFC 3339); returns it as it is when it is none. */
const formatTime = (time: string, lang: string): string =>
  Number.isNaN(Date.parse(time)) ? time : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));

/** Renders who signed and what was done. All names are texts of the file, so they are isolated and never markup. */
function renderClaims({ signer, organization, time, actions, ingredients }: Credentials, texts: CredentialsTexts, lang: string) {
  const names = [signer, organization].filter((name, index, all) => name && all.indexOf(name) === index);
  return html`
    <h3>${texts.signedBy}</h3>
    <ul class="hosts">
      ${names.map((name) => html`<li><bdi>${name}</bdi></li>`)}
    </ul>
    ${time ? html`<p>${texts.signedAt}: ${formatTime(time, lang)}</p>` : nothing}
    ${
      actions.length === 0
        ? nothing
        : html`<h3>${texts.done}</h3>
            <ul class="hosts">
              ${actions.map(
                ({ action, software }) =>
                  html`<li>
                    <bdi>${actionText(action, texts)}</bdi> <span><bdi>${software}</bdi></span>
                  </li>`
              )}
            </ul>`
    }
    ${ingredients > 0 ? html`<p>${texts.ingredients}: ${formatNumber(ingredients, lang)}</p>` : nothing}
  `;
}

/**
 * Renders the panel: the state, the button that starts a check, the progress, and for a valid manifest what it says. The button stays, so that it
 * keeps the focus.
 */
export function renderCredentials(result: Credentials, texts: CredentialsTexts, lang: string, check: () => void): TemplateResult {
  const { status, loaded, total } = result;
  const sizes = [loaded, total].filter((size) => size > 0).map((size) => formatBytes(size, lang));
  return html`
    <p role="status">${statusText(result, texts)}</p>
    ${status === 'checking' ? html`<p>${sizes.join(' / ')}</p>` : nothing}
    <div class="fact">
      <button type="button" part="check" aria-disabled=${status === 'checking' || nothing} @click=${check}>
        <span>${texts.check}</span>
      </button>
    </div>
    ${status === 'trusted' || status === 'untrusted' ? renderClaims(result, texts, lang) : nothing}
  `;
}
