import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/cli/audit/build-report.js';
import { draftRecord } from '../../src/cli/record/draft.js';
import { languages } from '../../src/cli/record/index.js';
import { findings, findingsOfEveryKind } from './example.js';

const draftMarks = { en: 'DRAFT', de: 'ENTWURF', fr: 'PROJET', nl: 'CONCEPT' };
const en = languages['en']!;

describe('draftRecord()', () => {
  it.each(Object.entries(languages))('writes a draft that is marked as one, with every part and with placeholders: %s', (code, texts) => {
    const text = draftRecord(buildReport(findingsOfEveryKind), undefined, texts);
    expect(text).toContain(`**${draftMarks[code as keyof typeof draftMarks]}.**`);
    for (const { heading } of [texts.article30, texts.notice, texts.device, texts.limits]) expect(text).toContain(`## ${heading}`);
    for (const fact of ['cdn.test', 'stats.test', 'uid', 'plyr', 'canvas.toDataURL']) expect(text).toContain(fact);
    expect(text).not.toMatch(/undefined|\[object/);
    expect(text.match(/\[[^\]]+: /g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('states that nothing was stored only when the audit found nothing stored', () => {
    expect(draftRecord(buildReport(findings()), undefined, en)).toContain(en.device.nothing);
    expect(draftRecord(buildReport(findingsOfEveryKind), undefined, en)).not.toContain(en.device.nothing);
    expect(draftRecord(buildReport(findingsOfEveryKind), undefined, en)).not.toContain(en.notice.nothingStored);
  });

  it('contains no legal judgement', () => {
    for (const texts of Object.values(languages))
      expect(draftRecord(buildReport(findings()), undefined, texts)).not.toMatch(
        /\b(compliant|lawful|legal(?! advice)|konform|rechtmäßig|conforme|licite|rechtmatig)\b(?! basis)/i
      );
  });

  it('contains the configuration of the embed', () => {
    const text = draftRecord(
      buildReport(findings()),
      { media: ['https://media.test'], pages: ['https://town.test'], tier: 'strict', chromecast: true },
      en
    );
    for (const fact of [en.article30.measureSandbox, 'https://media.test', 'https://town.test', en.notice.cast])
      expect(text).toContain(fact);
  });

  it('escapes a hostile name within its table row', () => {
    const cookie = {
      ...{ name: 'a|b`<script>\n# x', domain: 'x', path: '/', httpOnly: false, expires: -1, characters: 1 },
      phase: 'load' as const,
      refused: false
    };
    const text = draftRecord(buildReport(findings({ cookies: [cookie] })), undefined, en);
    expect(text).not.toMatch(/^# x/m);
    expect(text).not.toContain('<script>\n');
  });
});
