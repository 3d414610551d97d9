import { html, nothing, type TemplateResult } from 'lit';
import { formatBytes } from '../../i18n/format.js';
import type { Messages } from '../../i18n/en.js';
import type { GuardLevel, MemoryRecord, PrivacyReport } from '../../media/index.js';
import type { View } from '../control.js';
import { elsewhereIn } from '../controls/elsewhere.js';
import { icons } from '../icons.js';
import type { Panel } from './index.js';
import { statistics } from './statistics.js';

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

const itemsOf = ({ level, rate, captions, captionStyle, quality, audio, positions }: MemoryRecord, t: Messages): string[] =>
  [
    level !== undefined && t.volume,
    rate !== undefined && t.speed,
    (captions !== undefined || captionStyle !== undefined) && t.captions,
    quality !== undefined && t.quality,
    audio !== undefined && t.audio,
    positions !== undefined && t.storedPosition
  ].filter((item) => item !== false);

/** What is kept, where and for how long; with the way to erase it, or to allow it where it takes a yes. */
function stored({ player, state: { memory }, t }: View): TemplateResult {
  const { kind, waiting, record } = memory;
  if (waiting) {
    return html`<p>${t.storedWaiting}</p>
      <button type="button" part="remember" @click=${() => player.memory.allow()}>${t.remember}</button>`;
  }
  if (kind === 'none') return html`<p>${t.storedNothing}</p>`;
  const where = kind === 'adapter' ? t.storedElsewhere : t.storedFor[kind];
  return html`
    <p>${where}${record ? html`: ${itemsOf(record, t).join(', ')}` : nothing}</p>
    <button type="button" part="erase" @click=${() => player.memory.erase()}>${icons.erase}<span>${t.erase}</span></button>
  `;
}

/** Whether another device plays, or may; with the way to take the yes back. */
function casting(view: View): TemplateResult {
  const { player, state, t } = view;
  const { cast } = state.privacy;
  if (cast === 'off') return html`<p>${t.castOff}</p>`;
  return html`
    <p>${cast === 'connected' ? elsewhereIn(view) : t.castAllowed}</p>
    <button type="button" part="withdraw" @click=${() => player.cast.withdraw()}>${t.withdraw}</button>
  `;
}

/** Who was contacted and who was refused, from the guard's own book; what is kept; how far the guard can see; and how it plays. */
export const privacy: Panel = {
  name: 'privacy',
  title: (t) => t.privacy,
  render(view) {
    const { player, t } = view;
    const report = player.privacy.report();
    return html`
      <h3>${t.contacted}</h3>
      ${contacted(report, t)}
      <h3>${t.blocked}</h3>
      ${blocked(report, t)}
      <h3>${t.stored}</h3>
      <div class="fact">${stored(view)}</div>
      <h3>${t.cast}</h3>
      <div class="fact">${casting(view)}</div>
      <h3>${t.guard}</h3>
      <p>${t.guardLevels[report.guardLevel]}</p>
      <jet-copy .label=${t.copyReport} .done=${t.copied} .text=${() => JSON.stringify(player.privacy.report(), null, 2)}></jet-copy>
      ${statistics(view)}
    `;
  }
};
