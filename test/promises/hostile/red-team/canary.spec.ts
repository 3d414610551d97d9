import { dash, hls } from '../case.js';
import { live } from '../manifests/dash.js';
import { media } from '../manifests/hls.js';
import { patch, patchable } from '../manifests/patch.js';
import { expect, test } from '../hostile-fixtures.js';
import type { RedTeamCase } from './generate.js';
import { RedTeam } from './run.js';
import { engineFiles, weakPlayers } from './weak-players.js';

const limits = { silent: 6000, refused: 1000 };
const one = (id: string, name: string, files: RedTeamCase['files'], updates = false): RedTeamCase => ({
  id,
  name,
  src: Object.keys(files)[0]!,
  files,
  updates,
  withInterface: false
});

const harmless = one('k1', 'a playlist of ours', { '/red-team/k1/media.m3u8': hls(media()) });
const thirdParty = one('k2', 'a segment of a third party', {
  '/red-team/k2/media.m3u8': hls(media({ replaced: { 1: 'https://k2.evil.test/media/cmaf/video-240/1.m4s' } }))
});
const patched = one(
  'k3',
  'a patch that climbs',
  {
    '/red-team/k3/live.mpd': dash(patchable(live(), '/red-team/k3/patch.mpp')),
    '/red-team/k3/patch.mpp': { type: 'application/dash-patch+xml', body: patch('<replace sel="/MPD/__proto__/@polluted">1</replace>') }
  },
  true
);

const found = async (
  rig: Pick<ConstructorParameters<typeof RedTeam>[0], 'browser' | 'world'>,
  player: keyof typeof weakPlayers,
  cases: RedTeamCase[]
) => new RedTeam({ ...rig, script: weakPlayers[player], files: engineFiles, limits }).run(cases);

test('canary: finds a request to a third party, and the case that made it', async ({ chrome, world }) => {
  const findings = await found({ browser: chrome, world }, 'the unguarded engines', [harmless, thirdParty]);
  expect(findings).toContainEqual({ kind: 'hit', what: 'https://k2.evil.test/media/cmaf/video-240/1.m4s', cases: ['k2'] });
});

test('canary: finds a write to a prototype and a write to storage, and the case that made it', async ({ chrome, world }) => {
  const findings = await found({ browser: chrome, world }, 'the unguarded engines', [harmless, patched]);
  expect(findings).toContainEqual({ kind: 'prototype', what: 'Object.prototype.polluted', cases: ['k3'] });
  expect(findings).toContainEqual({ kind: 'storage', what: 'Storage.setItem', cases: ['k3'] });
});

test('canary: finds cookies and a referrer in a request', async ({ chrome, world }) => {
  const kinds = (await found({ browser: chrome, world }, 'the unguarded engines', [harmless])).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['cookie', 'mark', 'referrer']));
});

test('canary: finds an exception', async ({ chrome, world }) => {
  const findings = await found({ browser: chrome, world }, 'a player that throws', [harmless]);
  expect(findings.map(({ kind, cases }) => [kind, cases])).toContainEqual(['error', ['k1']]);
});

test('canary: finds a case that neither plays nor fails', async ({ chrome, world }) => {
  const findings = await found({ browser: chrome, world }, 'a player that does nothing', [harmless]);
  expect(findings.map(({ kind, cases }) => [kind, cases])).toContainEqual(['silence', ['k1']]);
});

test('canary: finds a page that stops answering, and the case that stopped it', async ({ chrome, world }) => {
  test.setTimeout(240_000);
  const hanging = one('k4', 'a case that hangs', { '/red-team/k4/hang.m3u8': hls(media()) });
  const findings = await found({ browser: chrome, world }, 'a player that never returns', [harmless, hanging]);
  expect(findings.filter(({ kind }) => kind === 'hang').map(({ cases }) => cases)).toEqual([['k4']]);
});
