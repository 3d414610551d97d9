import { html, type TemplateResult } from 'lit';
import { formatBytes } from '../../i18n/format.js';
import type { Messages } from '../../i18n/en.js';
import type { GuardLevel, PrivacyReport } from '../../media/index.js';
import type { View } from '../control.js';
import type { Panel } from './index.js';

const hostOf = (origin: string): string => (URL.canParse(origin) && new URL(origin).host) || origin;

/** A rule that has no sentence yet is called by its own name. */
const reason = (t: Messages, rule: string): string => (t.rules as Readonly<Record<string, string>>)[rule] ?? rule;

/** What the browser fetches by itself, nobody here can count. */
function size(bytes: number, guardLevel: GuardLevel, t: Messages): string {
  if (bytes === 0) return t.unmeasured;
  return guardLevel === 'partial' ? t.atLeast(formatBytes(bytes, t.lang)) : formatBytes(bytes, t.lang);
}

function contacted(report: PrivacyReport, t: Messages): TemplateResult {
  if (report.contacted.length === 0) return html`<p>${t.contactedNobody}</p>`;
  return html`
    <ul class="hosts">
      ${report.contacted.map(
        ({ origin, requests, bytes }) => html`
          <li><bdi>${hostOf(origin)}</bdi> <span>${t.requests(requests)} · ${size(bytes, report.guardLevel, t)}</span></li>
        `
      )}
    </ul>
  `;
}

function blocked(report: PrivacyReport, t: Messages): TemplateResult {
  if (report.blocked.length === 0) return html`<p>${t.blockedNothing}</p>`;
  return html`
    <ul class="hosts">
      ${report.blocked.map(
        ({ origin, kind, rule, count }) => html`
          <li><bdi>${hostOf(origin)}</bdi> <span>${t.kinds[kind]} · ${t.times(count)} · ${reason(t, rule)}</span></li>
        `
      )}
    </ul>
  `;
}

/** Who was contacted and who was refused, from the guard's own book; what is kept; and how far the guard can see. */
export const privacy: Panel = {
  name: 'privacy',
  title: (t) => t.privacy,
  render({ player, t }: View) {
    const report = player.privacy.report();
    return html`
      <h3>${t.contacted}</h3>
      ${contacted(report, t)}
      <h3>${t.blocked}</h3>
      ${blocked(report, t)}
      <dl class="facts">
        <div>
          <dt>${t.stored}</dt>
          <dd>${t.storedNothing}</dd>
        </div>
        <div>
          <dt>${t.cast}</dt>
          <dd>${t.castOff}</dd>
        </div>
      </dl>
      <h3>${t.guard}</h3>
      <p>${t.guardLevels[report.guardLevel]}</p>
      <jet-copy .label=${t.copyReport} .done=${t.copied} .text=${() => JSON.stringify(player.privacy.report(), null, 2)}></jet-copy>
    `;
  }
};
