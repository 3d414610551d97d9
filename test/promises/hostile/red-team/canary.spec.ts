import { dashAnswer, hlsAnswer } from '../case.js';
import { createLiveMpd } from '../manifests/dash.js';
import { mediaPlaylist } from '../manifests/hls.js';
import { patchDocument, makePatchable } from '../manifests/patch.js';
import { expect, test } from '../hostile-fixtures.js';
import type { RedTeamCase } from './generate.js';
import { RedTeam } from './run.js';
import { engineFiles, weakPlayers } from './weak-players.js';

const limits = { silentAfterMs: 6000, refusedAfterMs: 1000 };
const createCase = (id: string, name: string, files: RedTeamCase['files'], updates = false): RedTeamCase => ({
  id,
  name,
  src: Object.keys(files)[0]!,
  files,
  updates,
  withInterface: false
});

const harmlessCase = createCase('k1', 'a playlist of ours', { '/red-team/k1/media.m3u8': hlsAnswer(mediaPlaylist()) });
const thirdPartyCase = createCase('k2', 'a segment of a third party', {
  '/red-team/k2/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 1: 'https://k2.evil.test/media/cmaf/video-240/1.m4s' } }))
});
const patchCase = createCase(
  'k3',
  'a patch that climbs',
  {
    '/red-team/k3/live.mpd': dashAnswer(makePatchable(createLiveMpd(), '/red-team/k3/patch.mpp')),
    '/red-team/k3/patch.mpp': {
      type: 'application/dash-patch+xml',
      body: patchDocument('<replace sel="/MPD/__proto__/@polluted">1</replace>')
    }
  },
  true
);

const findingsOf = async (
  options: Pick<ConstructorParameters<typeof RedTeam>[0], 'browser' | 'world'>,
  player: keyof typeof weakPlayers,
  cases: RedTeamCase[]
) => new RedTeam({ ...options, script: weakPlayers[player], files: engineFiles, limits }).run(cases);

test('canary: the red team finds a request to a third party, and the case that made it', async ({ chrome, world }) => {
  const findings = await findingsOf({ browser: chrome, world }, 'the unguarded engines', [harmlessCase, thirdPartyCase]);
  expect(findings).toContainEqual({ kind: 'hit', description: 'https://k2.evil.test/media/cmaf/video-240/1.m4s', cases: ['k2'] });
});

test('canary: the red team finds a write to a prototype and a write to storage, and the case that made it', async ({ chrome, world }) => {
  const findings = await findingsOf({ browser: chrome, world }, 'the unguarded engines', [harmlessCase, patchCase]);
  expect(findings).toContainEqual({ kind: 'prototype', description: 'Object.prototype.polluted', cases: ['k3'] });
  expect(findings).toContainEqual({ kind: 'storage', description: 'Storage.setItem', cases: ['k3'] });
});

test('canary: the red team finds cookies and a referrer in a request', async ({ chrome, world }) => {
  const kinds = (await findingsOf({ browser: chrome, world }, 'the unguarded engines', [harmlessCase])).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['cookie', 'mark', 'referrer']));
});

test('canary: the red team finds an exception', async ({ chrome, world }) => {
  const findings = await findingsOf({ browser: chrome, world }, 'a player that throws', [harmlessCase]);
  expect(findings.map(({ kind, cases }) => [kind, cases])).toContainEqual(['error', ['k1']]);
});

test('canary: the red team finds a case that neither plays nor fails', async ({ chrome, world }) => {
  const findings = await findingsOf({ browser: chrome, world }, 'a player that does nothing', [harmlessCase]);
  expect(findings.map(({ kind, cases }) => [kind, cases])).toContainEqual(['silence', ['k1']]);
});

test('canary: the red team finds a page that hangs, and the case that made it hang', async ({ chrome, world }) => {
  test.setTimeout(240_000);
  const hangingCase = createCase('k4', 'a case that hangs', { '/red-team/k4/hang.m3u8': hlsAnswer(mediaPlaylist()) });
  const findings = await findingsOf({ browser: chrome, world }, 'a player that never returns', [harmlessCase, hangingCase]);
  expect(findings.filter(({ kind }) => kind === 'hang').map(({ cases }) => cases)).toEqual([['k4']]);
});
