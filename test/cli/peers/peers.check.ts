import { describe, expect, it } from 'vitest';
import { auditLocally } from '../audited.js';
import { peers } from './peers.js';
import { peerSite, siteHost } from './site.js';

describe('the audit of another player finds the hosts, cookies and storage of the measured table', () => {
  it.each(peers.map((peer) => [peer.name, peer] as const))('%s', { timeout: 300_000 }, async (_, peer) => {
    const { report } = await auditLocally(`https://${siteHost}/`, await peerSite(peer));
    const storedEntries = report.storage.filter(({ removed }) => !removed).map(({ kind, name }) => `${kind} ${name}`);
    const findings = {
      hosts: Object.fromEntries(report.hosts.filter(({ own }) => !own).map(({ host, phases }) => [host, phases[0]])),
      cookies: report.cookies.map(({ name }) => name),
      stored: storedEntries.sort()
    };
    if (process.env['JET_SHOW'])
      console.log(peer.name, report.verdict.sentence, report.phases.map(({ name, done }) => `${name}: ${done}`).join(' | '));
    expect(findings).toEqual({ hosts: peer.hosts, cookies: peer.cookies ?? [], stored: peer.stored ?? [] });
    expect(report.identifiers.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...(peer.identifiers ?? [])]));
  });
});
