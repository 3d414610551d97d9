import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/locales/en.js';
import { emptyReport, type PrivacyReport } from '../../../src/media/features/privacy.js';
import { renderReports } from '../../../src/ui/panels/reports.js';

/** Returns the markup of a template as a string, without a document. */
function markupOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (typeof value !== 'object' || value === null) return typeof value === 'symbol' ? '' : String(value);
  const { strings, values } = value as TemplateResult;
  return strings.map((text, index) => text + (index < values.length ? markupOf(values[index]) : '')).join('');
}
const reportsMarkup = (reporting: PrivacyReport['reporting']): string => markupOf(renderReports({ ...emptyReport, reporting }, en));

describe('the text about reports in the privacy panel', () => {
  it('is absent when no host requests reports', () => expect(reportsMarkup([])).toBe(''));

  it('names the host and the collector', () => {
    const text = reportsMarkup([{ origin: 'https://media.test', collectors: ['https://a.test', 'https://b.test'] }]);
    for (const part of [en.reports, 'media.test', 'a.test, b.test']) expect(text).toContain(part);
  });

  it('shows a question mark when the collector is unknown', () =>
    expect(reportsMarkup([{ origin: 'https://media.test', collectors: [] }])).toContain('?'));
});
