import { describe, expect, it } from 'vitest';
import { Evidence } from '../../src/cli/audit/evidence.js';
import { readNetworkLog } from '../../src/cli/audit/recorders/network-log.js';
import { request } from './example.js';

const types = { URL_REQUEST_START_JOB: 1, HTTP_TRANSACTION_SEND_REQUEST_HEADERS: 2, POOL: 3 };
const constants = { timeTickOffset: 0, logEventTypes: types };
const requestStart = (id: number, url: string, initiator: string) => ({
  ...{ time: String(Date.now() + 1000), type: types.URL_REQUEST_START_JOB, phase: 1, source: { id } },
  params: { url, method: 'POST', initiator }
});
const connection = (group_id: string) => ({ time: '0', type: types.POOL, phase: 0, source: { id: 9 }, params: { group_id } });

/** Reads a network log with these events after the requests of an audit, and returns the evidence. */
function evidenceFrom(events: readonly object[], text = JSON.stringify({ constants, events })): Evidence {
  const evidence = new Evidence();
  evidence.begin('load');
  evidence.addRequest(request('https://page.test/', { type: 'Document' }));
  evidence.begin('leave');
  readNetworkLog(text, evidence, new Set(['www.page.test']));
  return evidence;
}
const addedRequests = (evidence: Evidence): string[] => evidence.requests.slice(1).map(({ type, phase, url }) => `${type} ${phase} ${url}`);

describe('readNetworkLog()', () => {
  it('adds a request that the page sent while it was left, with its referrer and cookies', () => {
    const headers = ['Referer: https://page.test/', 'Cookie: [12 bytes were stripped]'];
    const headersSent = { time: '0', type: types.HTTP_TRANSACTION_SEND_REQUEST_HEADERS, phase: 0, source: { id: 1 }, params: { headers } };
    const evidence = evidenceFrom([requestStart(1, 'https://beacon.test/b', 'https://page.test'), headersSent]);
    expect(addedRequests(evidence)).toEqual(['Ping leave https://beacon.test/b']);
    expect(evidence.requests[1]).toMatchObject({ referrer: 'https://page.test/', cookies: ['*'] });
  });

  it.each([
    ['requests of the browser itself', requestStart(1, 'https://update.browser.test/', 'not an origin')],
    ['requests of the browser’s own pages', requestStart(1, 'https://browser.test/', 'chrome://new-tab-page')],
    ['connections for another site', connection('https://other.test <https://elsewhere.test same_site>')],
    ['connections that a known request used', connection('https://page.test <https://page.test same_site>')]
  ])('leaves out %s', (_, event) => expect(addedRequests(evidenceFrom([event]))).toEqual([]));

  it('adds a connection that was opened without a request', () => {
    expect(addedRequests(evidenceFrom([connection('https://ahead.test <https://page.test same_site>')]))).toEqual([
      'Preconnect load https://ahead.test/'
    ]);
  });

  it('adds a request of an opaque origin, which does not belong to the browser itself', () => {
    expect(addedRequests(evidenceFrom([requestStart(1, 'https://beacon.test/b', 'null')]))).toEqual(['Ping leave https://beacon.test/b']);
  });

  it('reads a truncated log, and ignores text that is not a log', () => {
    const text = JSON.stringify({ constants, events: [requestStart(1, 'https://beacon.test/b', 'https://page.test')] });
    expect(addedRequests(evidenceFrom([], `${text.slice(0, -2)},\n`))).toEqual(['Ping leave https://beacon.test/b']);
    expect(addedRequests(evidenceFrom([], 'nothing'))).toEqual([]);
    expect(readNetworkLog('nothing', new Evidence(), new Set())).toBe(false);
  });
});
