import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/locales/en.js';
import type { PrivacyReport } from '../../media/index.js';

/** Returns the host of an origin for display. */
export const hostOf = (origin: string): string => (URL.canParse(origin) && new URL(origin).host) || origin;

/** Renders where the browser sends reports about requests, according to the headers of contacted hosts; nothing when none sets them. */
export function renderReports({ reporting }: PrivacyReport, t: Messages): TemplateResult | typeof nothing {
  if (reporting.length === 0) return nothing;
  const formatCollectors = (collectors: readonly string[]): string => collectors.map(hostOf).join(', ') || '?';
  return html`
    <h3>${t.reports}</h3>
    <ul class="hosts">
      ${reporting.map(
        ({ origin, collectors }) => html`
          <li>
            <bdi>${hostOf(origin)}</bdi> <span>→ <bdi>${formatCollectors(collectors)}</bdi></span>
          </li>
        `
      )}
    </ul>
  `;
}
