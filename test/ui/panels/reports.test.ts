import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/locales/en.js';
import { emptyReport, type PrivacyReport } from '../../../src/media/features/privacy.js';
import { renderReports } from '../../../src/ui/panels/reports.js';

/** Returns the markup of a template as a string, without a document. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return typeof value === 'symbol' ? '' : String(value);
  const { strings, values } = value as TemplateResult;
  return strings.map((text, index) => text + (index < values.length ? textOf(values[index]) : '')).join('');
}
const shown = (reporting: PrivacyReport['reporting']): string => textOf(renderReports({ ...emptyReport, reporting }, en));

describe('the text about reports in the privacy panel', () => {
  it('is absent when no host requests reports', () => expect(shown([])).toBe(''));

  it('names the host and the collector', () => {
    const text = shown([{ origin: 'https://media.test', collectors: ['https://a.test', 'https://b.test'] }]);
    for (const part of [en.reports, 'media.test', 'a.test, b.test']) expect(text).toContain(part);
  });

  it('shows a question mark when the collector cannot be read', () =>
    expect(shown([{ origin: 'https://media.test', collectors: [] }])).toContain('?'));
});
