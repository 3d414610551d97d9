import { networkInterfaces } from 'node:os';
import type { Evidence, SeenRequest } from '../evidence.js';
import type { LogEvent, NetworkLog } from './log-file.js';
import { logged } from './log-requests.js';

/** Multicast: it announces names on the local network and contacts no host. */
const multicast = /^(22[4-9]|23\d)\.|^\[ff/i;

const hostOf = (address: string): string => address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
const portOf = (address: string): string => /:(\d+)$/.exec(address)?.[1] ?? '';

/** The addresses of this machine, between which two peers within one page exchange data. */
const ownAddresses = (): Set<string> =>
  new Set(Object.values(networkInterfaces()).flatMap((list = []) => list.map(({ address }) => address.split('%')[0] ?? address)));

/**
 * Adds the hosts of WebRTC, whatever API a script used for it. Its UDP sockets are the only ones that no other part of the network stack
 * owns; its TCP connections are the only ones that a socket opens without a request.
 */
export function addSockets(log: NetworkLog, evidence: Evidence, own: ReadonlySet<string> = ownAddresses()): void {
  const known = new Map<string, SeenRequest>();
  const note = (protocol: 'udp' | 'tcp', address: string, event: LogEvent, received = 0): void => {
    const url = `${protocol}://${address}`;
    if (!address || !URL.canParse(url)) return;
    const phase = evidence.phaseAt(log.momentOf(event));
    const request =
      known.get(url) ??
      evidence.addRequest(logged(url, protocol.toUpperCase(), 'WebRTC', phase, { type: 'WebRTC, from a script', url: '', line: 0 }));
    known.set(url, request);
    request.bytes += received;
  };
  addUdp(log, own, note);
  addTcp(log, note);
}

type Note = (protocol: 'udp' | 'tcp', address: string, event: LogEvent, received?: number) => void;

function addUdp(log: NetworkLog, own: ReadonlySet<string>, note: Note): void {
  const alive = log.named('SOCKET_ALIVE').filter(({ phase }) => phase === 1);
  const unowned = new Set(alive.filter(({ params }) => !params?.source_dependency).map(({ source }) => source.id));
  const ofUnowned = (name: string): LogEvent[] => log.named(name).filter(({ source }) => unowned.has(source.id));
  const ports = new Set(ofUnowned('UDP_LOCAL_ADDRESS').map(({ params }) => portOf(params?.address ?? '')));
  const sent = new Set<string>();
  for (const event of ofUnowned('UDP_BYTES_SENT')) {
    const { address = '' } = event.params ?? {};
    if (multicast.test(address) || (own.has(hostOf(address)) && ports.has(portOf(address)))) continue;
    sent.add(address);
    note('udp', address, event);
  }
  for (const event of ofUnowned('UDP_BYTES_RECEIVED')) {
    const { address = '', byte_count: bytes = 0 } = event.params ?? {};
    if (sent.has(address)) note('udp', address, event, bytes);
  }
}

/** Connections that a socket opens by itself, right after it resolved its proxy; requests and web sockets use streams. */
function addTcp(log: NetworkLog, note: Note): void {
  const jobs = new Set<number>();
  for (const [index, event] of log.events.entries()) {
    const before = log.events[index - 1];
    const bySocket = before && log.is(before, 'PROXY_RESOLUTION_SERVICE') && log.isFrom(before, 'SOCKET');
    if (bySocket && event.phase === 1 && log.is(event, 'CONNECT_JOB')) jobs.add(event.source.id);
  }
  // A job resolves its name for a site; without one, the browser resolved it for itself.
  const errands = new Set(
    log
      .named('HOST_RESOLVER_MANAGER_JOB')
      .filter(({ phase, params }) => phase === 1 && !/^https?:/.test(params?.network_anonymization_key ?? ''))
      .map(({ params }) => params?.source_dependency?.id)
  );
  for (const event of log.named('TCP_CONNECT_JOB_CONNECTOR_CONNECT_START'))
    if (jobs.has(event.source.id) && !errands.has(event.source.id)) note('tcp', event.params?.address ?? '', event);
}
