import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/cli/audit/build-report.js';
import { htmlReport } from '../../src/cli/audit/html-report.js';
import { textReport } from '../../src/cli/audit/text-report.js';
import { findings, request, findingsOfEveryKind } from './example.js';

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;\u001b]8;;https://evil.test\u0007`;
const report = buildReport(
  findings(
    {
      requests: [
        request('https://evil.test/%3Cscript%3E?<b>=<i>', {
          initiator: { type: hostile, url: '', line: 0 },
          reason: hostile,
          outcome: 'failed'
        })
      ],
      cookies: [
        { ...{ name: hostile, domain: hostile, path: '/', httpOnly: false, expires: -1, characters: 1 }, phase: 'load', refused: false }
      ],
      storage: [{ kind: 'localStorage', origin: hostile, name: hostile, characters: 1, phase: 'load', removed: false }],
      calls: [{ api: 'canvas.toBlob', detail: hostile, caller: hostile, origin: hostile, phase: 'load' }]
    },
    { title: hostile, browser: hostile, page: new URL(`https://page.test/?${hostile}`) }
  )
);

describe('htmlReport()', () => {
  it('escapes every value that a hostile page can choose', () => {
    const html = htmlReport(report);
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag));
    expect([...tags].sort()).toEqual(
      [
        'body',
        'dd',
        'div',
        'dl',
        'dt',
        'h1',
        'h2',
        'head',
        'header',
        'html',
        'li',
        'main',
        'meta',
        'p',
        'section',
        'style',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'title',
        'tr',
        'ul'
      ].sort()
    );
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('contains a content security policy that allows only its own style, by hash', () => {
    const html = htmlReport(buildReport(findingsOfEveryKind));
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/\b(src|href|srcset|action|style)=|url\(|@import/);
  });

  it('shows the verdict before the hosts and the requests', () => {
    const html = htmlReport(buildReport(findingsOfEveryKind));
    expect(html.indexOf('In this visit')).toBeLessThan(html.indexOf('Hosts contacted'));
    expect(html.indexOf('Hosts contacted')).toBeLessThan(html.indexOf('Every request'));
  });
});

describe('the limits of the method', () => {
  it.each([
    ['text', textReport],
    ['HTML', htmlReport]
  ])('have a section of their own in the report: %s', (_, format) => {
    const text = format(buildReport(findings()));
    const [start, end] = ['What the method cannot see', 'What this report cannot say'].map((title) => text.indexOf(title));
    expect(start).toBeGreaterThan(0);
    expect(end).toBeGreaterThan(start ?? 0);
    expect(text.slice(start, end)).toContain('Contacts of other processes and devices');
  });
});

describe('textReport()', () => {
  it('contains no control character except line breaks', () => {
    expect(textReport({ ...report, page: { ...report.page, url: hostile } }).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
