import { html, nothing, type TemplateResult } from 'lit';
import { formatBytes } from '../../i18n/format.js';
import type { Messages } from '../../i18n/locales/en.js';
import type { GuardLevel, StoredPreferences, PrivacyReport } from '../../media/index.js';
import type { View } from '../view.js';
import { castStatusText } from '../controls/cast-status.js';
import { menuIcons } from '../icons/menu-icons.js';
import type { Panel } from './panel.js';
import { hostOf, renderReports } from './reports.js';

/** Formats a transfer size in bytes; a lower bound when the browser makes requests that the guard cannot measure. */
function formatSize(bytes: number, guardLevel: GuardLevel, t: Messages): string {
  if (bytes === 0) return t.unmeasured;
  return guardLevel === 'partial' ? t.atLeast(formatBytes(bytes, t.lang)) : formatBytes(bytes, t.lang);
}

function renderContacted(report: PrivacyReport, t: Messages): TemplateResult {
  if (report.contacted.length === 0) return html`<p>${t.noContacts}</p>`;
  return html`
    <ul class="hosts">
      ${report.contacted.map(
        ({ origin, requests, bytes }) => html`
          <li><bdi>${hostOf(origin)}</bdi> <span>${t.requests(requests)} · ${formatSize(bytes, report.guardLevel, t)}</span></li>
        `
      )}
    </ul>
  `;
}

function renderBlocked(report: PrivacyReport, t: Messages): TemplateResult {
  if (report.blocked.length === 0) return html`<p>${t.nothingBlocked}</p>`;
  return html`
    <ul class="hosts">
      ${report.blocked.map(
        ({ origin, kind, rule, count }) => html`
          <li><bdi>${hostOf(origin)}</bdi> <span>${t.kinds[kind]} · ${t.times(count)} · ${t.rules[rule]}</span></li>
        `
      )}
    </ul>
  `;
}

const storedItems = (
  { level, rate, captions, captionStyle, quality, dataSaver, audio, positions }: StoredPreferences,
  t: Messages
): string[] =>
  [
    level !== undefined && t.volume,
    rate !== undefined && t.speed,
    (captions !== undefined || captionStyle !== undefined) && t.captions,
    quality !== undefined && t.quality,
    dataSaver !== undefined && t.dataSaver,
    audio !== undefined && t.audio,
    positions !== undefined && t.storedPosition
  ].filter((item) => item !== false);

/** Renders the stored data, where and how long it is kept, and a button to erase it or to give consent to storage. */
function renderStored({ player, state: { preferences }, t }: View): TemplateResult {
  const { kind, consentPending, record } = preferences;
  if (consentPending) {
    return html`<p>${t.storedWaiting}</p>
      <button type="button" part="remember" @click=${() => player.preferences.allow()}>${t.remember}</button>`;
  }
  if (kind === 'none') return html`<p>${t.storedNothing}</p>`;
  const storagePlace = kind === 'adapter' ? t.storedElsewhere : t.storedFor[kind];
  return html`
    <p>${storagePlace}${record ? html`: ${storedItems(record, t).join(', ')}` : nothing}</p>
    <button type="button" part="erase" @click=${() => player.preferences.erase()}>${menuIcons.erase}<span>${t.erase}</span></button>
  `;
}

/** Renders whether a receiver plays or is allowed to, and a button to withdraw consent. */
function renderCasting(view: View): TemplateResult {
  const { player, state, t } = view;
  const { cast } = state.privacy;
  if (cast === 'off') return html`<p>${t.castOff}</p>`;
  return html`
    <p>${cast === 'connected' ? castStatusText(view) : t.castAllowed}</p>
    <button type="button" part="withdraw" @click=${() => player.cast.withdraw()}>${t.withdraw}</button>
  `;
}

/** The privacy panel: contacted and blocked origins from the request log, stored data and guard level. */
export const privacy: Panel = {
  name: 'privacy',
  title: (t) => t.privacy,
  render(view) {
    const { player, t } = view;
    const report = player.privacy.report();
    return html`
      <h3>${t.contacted}</h3>
      ${renderContacted(report, t)}
      <h3>${t.blocked}</h3>
      ${renderBlocked(report, t)} ${renderReports(report, t)}
      <h3>${t.stored}</h3>
      <div class="fact">${renderStored(view)}</div>
      <h3>${t.cast}</h3>
      <div class="fact">${renderCasting(view)}</div>
      <h3>${t.guard}</h3>
      ${player.session.staysInPlayer ? html`<p>${t.restricted}</p>` : nothing}
      <p>${t.guardLevels[report.guardLevel]}${report.partialReason && html` ${t.partialReasons[report.partialReason]}`}</p>
      <jet-copy .label=${t.copyReport} .doneText=${t.copied} .text=${() => JSON.stringify(player.privacy.report(), null, 2)}></jet-copy>
    `;
  }
};
