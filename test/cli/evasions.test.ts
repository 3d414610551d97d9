import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/audit/report.js';
import { startSilentHost } from '../support/silent-host.mjs';
import { withTrustedCertificate } from '../support/trusted-certificate.js';
import { runCli } from './audited.js';
import { respondAsEvasions } from './canary/evasions.js';
import { schemaErrorsOf } from './schema.js';

/** Opens a loopback port that counts datagrams. */
async function udpCounter() {
  const socket = createSocket('udp4');
  const counter = { port: 0, packets: 0, close: () => socket.close() };
  socket.on('message', () => (counter.packets += 1)).bind(0, '127.0.0.1');
  await once(socket, 'listening');
  counter.port = socket.address().port;
  return counter;
}

/** Opens a loopback port that counts connections. */
async function tcpCounter() {
  const counter = { port: 0, packets: 0, close: () => void server.close() };
  const server = createServer((socket) => {
    counter.packets += 1;
    socket.on('error', () => socket.destroy()).unref();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  counter.port = (server.address() as AddressInfo).port;
  return counter;
}

describe('the audit of a page that hides its actions', () => {
  let report: Report;
  let code: number;
  let packets: readonly number[];
  let contacted: readonly string[];
  let ports: { readonly alias: number; readonly constructed: number; readonly turn: number };

  beforeAll(async () => {
    const sockets = [await udpCounter(), await udpCounter(), await tcpCounter()] as const;
    ports = { alias: sockets[0].port, constructed: sockets[1].port, turn: sockets[2].port };
    const host = await startSilentHost(respondAsEvasions(ports));
    try {
      // Names below `.invalid` never resolve (RFC 6761), so the browser looks up such a name without a result.
      // A browser that ignores certificate errors sends no reports, so this browser trusts the certificate instead.
      const switches = withTrustedCertificate(host.browserArgs).map(
        (text) => `--chromium=${text.includes('MAP *') ? `${text}, EXCLUDE *.invalid` : text}`
      );
      const result = await runCli('audit', 'https://evade.test/', '--json', '--watch', '1', ...switches);
      if (result.code === 2) throw new Error(result.stderr);
      report = JSON.parse(result.stdout) as Report;
      ({ code } = result);
      packets = sockets.map((socket) => socket.packets);
      contacted = host.hits.map(({ host: name }) => name);
    } finally {
      await host.close();
      for (const socket of sockets) socket.close();
    }
  }, 240_000);

  const typesOf = (host: string): readonly string[] | undefined => report.hosts.find((row) => row.host === host)?.types;
  const storedEntries = (): string[] => report.storage.map(({ kind, name, origin }) => `${kind} ${name} ${origin}`);

  it('returns a verdict that is not clean', () => {
    expect({ code, clean: report.verdict.clean, schemaErrors: schemaErrorsOf(report) }).toEqual({
      code: 1,
      clean: false,
      schemaErrors: []
    });
  });

  it('finds WebRTC sockets that were created by an alias of RTCPeerConnection', () => {
    expect(packets.every((number) => number > 0)).toBe(true);
    for (const port of Object.values(ports)) expect(typesOf(`127.0.0.1:${port}`)).toEqual(['WebRTC']);
  });

  it('finds calls by an alias of RTCPeerConnection', () => {
    expect(report.fingerprinting.map(({ api }) => api)).toContain('RTCPeerConnection');
  });

  it('finds a preconnect to a host whose request the content security policy blocked', () => {
    expect(typesOf('blocked.evil.test')).toEqual(['Preconnect']);
    expect(report.requests.filter(({ host }) => host === 'blocked.evil.test').map(({ outcome }) => outcome)).toContain('blocked');
  });

  it('finds a DNS lookup without a connection', () => {
    expect(typesOf('looked-up.evil.invalid')).toEqual(['DNS lookup']);
    expect(report.verdict.sentence).toContain('looked up the name of 1 other host (looked-up.evil.invalid)');
  });

  it('finds OPFS files, storage buckets and the databases in them', () => {
    expect(storedEntries()).toEqual(
      expect.arrayContaining([
        'OPFS viewer-id https://evade.test',
        'storage bucket viewer https://evade.test',
        'IndexedDB viewer/visits https://evade.test'
      ])
    );
  });

  it('finds a cache that was created during pagehide', () => {
    expect(storedEntries()).toContain('Cache last-words https://evade.test');
  });

  it('finds the storage of a file that was removed before the audit looked', () => {
    expect(storedEntries()).toContain('other storage (empty when the audit looked) https://fleeting.test');
  });

  it('uses a browser that contacts no host on its own', () => {
    expect(contacted.filter((name) => !name.endsWith('.test'))).toEqual([]);
  });

  it('finds the storage of a frame that was removed before the audit looked', () => {
    expect(storedEntries()).toContain('other storage (name not known) https://frame.test');
  });

  it('finds the receivers of reports in response headers', () => {
    const receivers = (report.reporting ?? []).map(({ host, headers, from }) => [host, headers, from]);
    expect(receivers).toEqual([
      ['policy.evil.test', ['Reporting-Endpoints', 'Content-Security-Policy'], ['evade.test']],
      ['nel.evil.test', ['Report-To', 'NEL'], ['evade.test']]
    ]);
    for (const { host, deliveries } of report.reporting ?? []) expect([host, deliveries > 0]).toEqual([host, true]);
    expect(report.verdict.sentence).toContain('had the browser’s reports directed to 2 other hosts (policy.evil.test and nel.evil.test)');
  });
});
