import { describe, expect, it } from 'vitest';
import { Evidence } from '../../src/cli/audit/evidence.js';
import { readNetworkLog } from '../../src/cli/audit/recorders/network-log.js';
import { parseLog } from '../../src/cli/audit/recorders/log-file.js';
import { addSockets } from '../../src/cli/audit/recorders/log-sockets.js';
import { request } from './example.js';

const eventNames = [
  ...['URL_REQUEST_START_JOB', 'HTTP_TRANSACTION_SEND_REQUEST_HEADERS', 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS', 'POOL'],
  ...['SOCKET_ALIVE', 'UDP_LOCAL_ADDRESS', 'UDP_BYTES_SENT', 'UDP_BYTES_RECEIVED', 'HOST_RESOLVER_MANAGER_JOB', 'DNS_TRANSACTION'],
  ...['PROXY_RESOLUTION_SERVICE', 'CONNECT_JOB', 'TCP_CONNECT_JOB_CONNECTOR_CONNECT_START', 'QUIC_SESSION_POOL_JOB']
] as const;
type EventName = (typeof eventNames)[number];

const constants = {
  ...{ timeTickOffset: 0, logEventTypes: Object.fromEntries(eventNames.map((name, index) => [name, index + 1])) },
  logSourceType: { SOCKET: 10, HTTP_STREAM_JOB_CONTROLLER: 11 }
};
const event = (name: EventName, id: number, params?: object, options: { phase?: number; type?: number } = {}) => ({
  ...{ time: '1', type: eventNames.indexOf(name) + 1, phase: options.phase ?? 1, source: { id, type: options.type ?? 0 }, params }
});
const textOf = (events: readonly object[]): string => JSON.stringify({ constants, events });
const keyOfPage = { network_anonymization_key: 'https://page.test same_site' };

/** Reads a network log with these events, and returns the requests that it adds to those of the audit. */
function addedRequests(events: readonly object[], ...requests: readonly ReturnType<typeof request>[]): string[] {
  const evidence = new Evidence();
  evidence.begin('load');
  for (const each of [request('https://page.test/', { type: 'Document' }), ...requests]) evidence.addRequest(each);
  const countBefore = evidence.requests.length;
  readNetworkLog(textOf(events), evidence, new Set(['www.page.test']));
  return evidence.requests.slice(countBefore).map(({ type, url, bytes }) => `${type} ${url} ${bytes}`);
}

/** The events of a UDP socket that WebRTC opened: no other part of the network stack owns it. */
const udpSocket = (id: number, sent: string, local = '0.0.0.0:5000') => [
  event('SOCKET_ALIVE', id),
  event('UDP_LOCAL_ADDRESS', id, { address: local }),
  event('UDP_BYTES_SENT', id, { address: sent, byte_count: 20 })
];
/** The events of a TCP connection, by default of one that no HTTP request uses. */
const tcpConnection = (id: number, address: string, source = constants.logSourceType.SOCKET) => [
  event('PROXY_RESOLUTION_SERVICE', id - 1, undefined, { phase: 2, type: source }),
  event('CONNECT_JOB', id),
  event('TCP_CONNECT_JOB_CONNECTOR_CONNECT_START', id, { address })
];

describe('readNetworkLog() with sockets', () => {
  it('adds each address to which WebRTC sent packets, with the number of received bytes', () => {
    const reply = event('UDP_BYTES_RECEIVED', 1, { address: '192.0.2.1:3478', byte_count: 32 });
    expect(addedRequests([...udpSocket(1, '192.0.2.1:3478'), reply, ...udpSocket(2, '[2001:db8::1]:3478')])).toEqual([
      'WebRTC udp://192.0.2.1:3478 32',
      'WebRTC udp://[2001:db8::1]:3478 0'
    ]);
  });

  it('adds a TCP connection of WebRTC', () =>
    expect(addedRequests(tcpConnection(5, '192.0.2.1:443'))).toEqual(['WebRTC tcp://192.0.2.1:443 0']));

  it.each<[string, object[]]>([
    [
      'sockets that a resolver or QUIC owns',
      [event('SOCKET_ALIVE', 1, { source_dependency: { id: 9 } }), ...udpSocket(1, '192.0.2.53:53').slice(1)]
    ],
    ['multicast on the local network', [...udpSocket(1, '224.0.0.251:5353'), ...udpSocket(2, '[ff02::fb]:5353')]],
    ['connections for requests', tcpConnection(5, '192.0.2.1:443', constants.logSourceType.HTTP_STREAM_JOB_CONTROLLER)],
    [
      'connections that the browser itself opened',
      [
        ...tcpConnection(5, '192.0.2.1:443'),
        event('HOST_RESOLVER_MANAGER_JOB', 6, { host: 'push.test', network_anonymization_key: 'null', source_dependency: { id: 5 } })
      ]
    ]
  ])('leaves out %s', (_, events) => expect(addedRequests(events)).toEqual([]));

  it('leaves out a connection between two sockets of the page, but not a host that uses the same port', () => {
    const evidence = new Evidence();
    const log = parseLog(textOf([...udpSocket(1, '198.51.100.7:6000'), ...udpSocket(2, '192.0.2.9:6000', '0.0.0.0:6000')]));
    if (log) addSockets(log, evidence, new Set(['198.51.100.7']));
    expect(evidence.requests.map(({ url }) => url)).toEqual(['udp://192.0.2.9:6000']);
  });
});

describe('readNetworkLog() with connections and lookups', () => {
  const pool = event('POOL', 1, { group_id: 'https://ahead.test <https://page.test same_site>' });

  it('adds a connection to a host when every request to it was blocked or cached', () => {
    const blockedRequest = request('https://ahead.test/p.gif', { outcome: 'blocked' });
    expect(addedRequests([pool], blockedRequest, { ...blockedRequest, outcome: 'cached' })).toEqual(['Preconnect https://ahead.test/ 0']);
    expect(addedRequests([pool], request('https://ahead.test/p.gif'))).toEqual([]);
  });

  it('adds a connection over QUIC', () =>
    expect(addedRequests([event('QUIC_SESSION_POOL_JOB', 1, { host: 'quic.test', ...keyOfPage })])).toEqual([
      'Preconnect https://quic.test/ 0'
    ]));

  it('adds names that were looked up but not contacted, including those of WebRTC', () => {
    const lookup = (id: number, host: string, key = keyOfPage) => event('HOST_RESOLVER_MANAGER_JOB', id, { host, ...key });
    const events = [
      ...[lookup(1, 'https://looked-up.test'), lookup(2, 'stun.test:3478'), lookup(3, 'https://page.test')],
      lookup(4, 'https://update.test', { network_anonymization_key: 'null' }),
      event('DNS_TRANSACTION', 5, { hostname: 'turn.test.' }),
      event('DNS_TRANSACTION', 1, { source_dependency: { id: 6 } }, { phase: 0 }),
      event('DNS_TRANSACTION', 6, { hostname: 'of-a-job.test.' }),
      event('DNS_TRANSACTION', 7, { hostname: 'probe.test' })
    ];
    expect(addedRequests(events)).toEqual([
      'DNS lookup dns://looked-up.test 0',
      'DNS lookup dns://stun.test 0',
      'DNS lookup dns://turn.test 0'
    ]);
  });
});

describe('readNetworkLog() with requests', () => {
  const requestStart = (initiator: string, key: string) =>
    event('URL_REQUEST_START_JOB', 1, { url: 'https://nel.test/r', method: 'POST', initiator, network_isolation_key: key });
  const site = 'https://page.test https://page.test';

  it('adds a request without an initiator when it belongs to the page, and not when it belongs to the browser', () => {
    expect(addedRequests([requestStart('not an origin', site)])).toEqual(['Other https://nel.test/r 0']);
    expect(addedRequests([requestStart('not an origin', 'null null')])).toEqual([]);
  });

  it('adds a delivered report with the type Report', () => {
    const headers = { headers: ['Content-Type: application/reports+json; charset=utf-8'] };
    expect(addedRequests([requestStart('https://page.test', site), event('HTTP_TRANSACTION_SEND_REQUEST_HEADERS', 1, headers)])).toEqual([
      'Report https://nel.test/r 0'
    ]);
  });

  it('reads the receivers of reports from response headers in the log', () => {
    const evidence = new Evidence();
    const headers = ['HTTP/1.1 204 No Content', 'reporting-endpoints: main="https://reports.test/r"'];
    const headersReceived = event('HTTP_TRANSACTION_READ_RESPONSE_HEADERS', 1, { headers });
    readNetworkLog(textOf([requestStart('https://page.test', site), headersReceived]), evidence, new Set(['page.test']));
    expect(evidence.reporting).toMatchObject([
      { url: 'https://reports.test/r', from: 'https://nel.test/r', header: 'Reporting-Endpoints' }
    ]);
  });
});
