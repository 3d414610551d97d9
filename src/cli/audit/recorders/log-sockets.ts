import { networkInterfaces } from 'node:os';
import type { Evidence, RecordedRequest } from '../evidence.js';
import type { LogEvent, NetworkLog } from './log-file.js';
import { loggedRequest } from './log-requests.js';

/** Matches multicast addresses, which announce names on the local network and contact no host. */
const multicast = /^(22[4-9]|23\d)\.|^\[ff/i;

const hostOf = (address: string): string => address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
const portOf = (address: string): string => /:(\d+)$/.exec(address)?.[1] ?? '';

/** Whether an event of the log begins what it names. Its phase is that of the event, and not a phase of the audit. */
const begins = ({ phase }: LogEvent): boolean => phase === 1;

/** Returns the IP addresses of this machine, between which two peers in one page exchange data. */
const machineAddresses = (): Set<string> =>
  new Set(Object.values(networkInterfaces()).flatMap((list = []) => list.map(({ address }) => address.split('%')[0] ?? address)));

/**
 * Adds the hosts that WebRTC contacted, regardless of the API that a script used. Its UDP sockets are the only ones that no other part of
 * the network stack owns; its TCP connections are the only ones that a socket opens without a request.
 */
export function addSockets(log: NetworkLog, evidence: Evidence, localAddresses: ReadonlySet<string> = machineAddresses()): void {
  const requestsByUrl = new Map<string, RecordedRequest>();
  const addSocket = (protocol: 'udp' | 'tcp', address: string, event: LogEvent, received = 0): void => {
    const url = `${protocol}://${address}`;
    if (!address || !URL.canParse(url)) return;
    const phase = evidence.phaseAt(log.momentOf(event));
    const request =
      requestsByUrl.get(url) ??
      evidence.addRequest(loggedRequest(url, protocol.toUpperCase(), 'WebRTC', phase, { type: 'WebRTC, from a script', url: '', line: 0 }));
    requestsByUrl.set(url, request);
    request.bytes += received;
  };
  addUdp(log, localAddresses, addSocket);
  addTcp(log, addSocket);
}

type AddSocket = (protocol: 'udp' | 'tcp', address: string, event: LogEvent, received?: number) => void;

function addUdp(log: NetworkLog, localAddresses: ReadonlySet<string>, addSocket: AddSocket): void {
  const alive = log.named('SOCKET_ALIVE').filter(begins);
  const unowned = new Set(alive.filter(({ params }) => !params?.source_dependency).map(({ source }) => source.id));
  const ofUnowned = (name: string): LogEvent[] => log.named(name).filter(({ source }) => unowned.has(source.id));
  const ports = new Set(ofUnowned('UDP_LOCAL_ADDRESS').map(({ params }) => portOf(params?.address ?? '')));
  const destinations = new Set<string>();
  for (const event of ofUnowned('UDP_BYTES_SENT')) {
    const { address = '' } = event.params ?? {};
    if (multicast.test(address) || (localAddresses.has(hostOf(address)) && ports.has(portOf(address)))) continue;
    destinations.add(address);
    addSocket('udp', address, event);
  }
  for (const event of ofUnowned('UDP_BYTES_RECEIVED')) {
    const { address = '', byte_count: bytes = 0 } = event.params ?? {};
    if (destinations.has(address)) addSocket('udp', address, event, bytes);
  }
}

/** Adds the connections that a socket opens by itself, right after it resolves its proxy. Requests and WebSockets use streams instead. */
function addTcp(log: NetworkLog, addSocket: AddSocket): void {
  const jobs = new Set<number>();
  for (const [index, event] of log.events.entries()) {
    const previousEvent = log.events[index - 1];
    const isBySocket = previousEvent && log.is(previousEvent, 'PROXY_RESOLUTION_SERVICE') && log.isFrom(previousEvent, 'SOCKET');
    if (isBySocket && begins(event) && log.is(event, 'CONNECT_JOB')) jobs.add(event.source.id);
  }
  // A job resolves a name for a site; without a site, the browser resolves the name for itself.
  const browserLookups = new Set(
    log
      .named('HOST_RESOLVER_MANAGER_JOB')
      .filter((event) => begins(event) && !/^https?:/.test(event.params?.network_anonymization_key ?? ''))
      .map(({ params }) => params?.source_dependency?.id)
  );
  for (const event of log.named('TCP_CONNECT_JOB_CONNECTOR_CONNECT_START'))
    if (jobs.has(event.source.id) && !browserLookups.has(event.source.id)) addSocket('tcp', event.params?.address ?? '', event);
}
