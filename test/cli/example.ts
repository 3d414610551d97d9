import type { RecordedRequest } from '../../src/cli/audit/evidence.js';
import type { ReportInput } from '../../src/cli/audit/report.js';

/** A request, with the properties that a test changes. */
export const request = (url: string, changes: Partial<RecordedRequest> = {}): RecordedRequest => ({
  ...{ url, method: 'GET', type: 'Fetch', phase: 'load', initiator: { type: 'script', url: 'https://page.test/app.js?v=1', line: 7 } },
  ...{ referrer: '', cookies: [], setCookies: [], authorization: false, cmcd: [], body: '', bytes: 10, outcome: 'sent', reason: '' },
  ...changes
});

/** The findings of an audit of `https://page.test/film`: only the page itself and what a test adds. */
export const findings = (evidence: Partial<ReportInput['evidence']> = {}, changes: Partial<ReportInput> = {}): ReportInput => ({
  evidence: {
    requests: [request('https://page.test/film', { type: 'Document' })],
    ...{ cookies: [], storage: [], calls: [], reporting: [], media: [], reservationFiles: [], status: 200, foundMedia: true, played: true },
    phases: [{ name: 'load', done: 'Opened the page and touched nothing.', seconds: 1.5 }],
    ...evidence
  },
  requested: new URL('https://page.test/film'),
  page: new URL('https://page.test/film'),
  ...{ title: 'A film', browser: 'Chrome/156', tool: 'jet-player 0.1.0', startedAt: new Date('2026-11-23T12:00:00Z'), expected: [] },
  ...changes
});

/** The findings of an audit with findings of every kind. */
export const findingsOfEveryKind = findings({
  requests: [
    request('https://page.test/film', { type: 'Document' }),
    request('https://cdn.test/player.js', { type: 'Script', referrer: 'https://page.test/', bytes: 1000 }),
    request('https://cdn.test/player.js', { type: 'Script', referrer: 'https://page.test/', bytes: 1000 }),
    request('https://stats.test/b?u=https%3A%2F%2Fpage.test%2Ffilm', {
      phase: 'leave',
      cookies: ['uid'],
      referrer: 'https://page.test/film'
    }),
    request('https://blocked.test/x', { outcome: 'blocked', reason: 'csp' }),
    request('https://cached.test/y', { outcome: 'cached' })
  ],
  cookies: [
    {
      ...{ name: 'uid', domain: '.stats.test', path: '/', httpOnly: true, expires: 1_900_000_000, characters: 36 },
      phase: 'play',
      refused: false
    }
  ],
  storage: [
    { kind: 'localStorage', origin: 'https://page.test', name: 'plyr', characters: 20, phase: 'load', removed: false },
    { kind: 'localStorage', origin: 'https://page.test', name: '1', characters: 1, phase: 'load', removed: true }
  ],
  calls: [{ api: 'canvas.toDataURL', detail: '', caller: 'https://cdn.test/player.js:1:2', origin: 'https://page.test', phase: 'play' }]
});
