import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TimeRange } from '../../../src/lib/time-ranges.js';
import type { Mask } from '../../../src/media/masks/mask.js';
import type { NetworkSettings } from '../../../src/media/network/network-settings.js';
import type { Load } from '../../../src/media/session/load.js';
import { applyRestrictions } from '../../../src/media/session/restrictions.js';

let lifetime: AbortController;
/** The answers to the requests for each URL, in order; the last one is repeated. */
let answers: Record<string, (string | number)[]>;
let requested: string[];

function answer(url: string): Promise<Response> {
  requested.push(url);
  const [next] = answers[url]!.length > 1 ? answers[url]!.splice(0, 1) : answers[url]!;
  if (next === undefined) return Promise.reject(new TypeError('unreachable'));
  return Promise.resolve(typeof next === 'number' ? new Response('', { status: next }) : new Response(next));
}

function createLoad(settings: NetworkSettings, live: object | null = null) {
  const session = {
    withdrawn: [] as readonly TimeRange[],
    masks: undefined as readonly Mask[] | undefined,
    guard: { base: new URL('https://page.test/'), fetch: answer },
    stream: { current: { live } },
    restartSource: vi.fn<() => void>(),
    fail: vi.fn<(error: Error) => void>(),
    restrict: (restrictions: object) => Object.assign(session, restrictions)
  };
  return { load: { session, settings: () => settings, signal: lifetime.signal } as unknown as Load, session };
}

/** Lets the pauses between requests pass. */
async function settle<Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  const [result] = await Promise.all([Promise.allSettled([promise]), vi.advanceTimersByTimeAsync(10_000)]);
  return result[0];
}

beforeEach(() => {
  vi.useFakeTimers();
  lifetime = new AbortController();
  [answers, requested] = [{}, []];
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
});

it('applyRestrictions() joins the passages of the attribute and of the file', async () => {
  const { load, session } = createLoad({ withdrawn: '10-20', withdrawals: 'list.vtt' });
  answers['list.vtt'] = ['WEBVTT\n\n00:20.000 --> 00:30.000\n\n01:00.000 --> 01:10.000\n'];
  await settle(applyRestrictions(load, undefined));
  expect(session.withdrawn).toEqual([
    { start: 10, end: 30 },
    { start: 60, end: 70 }
  ]);
  expect(session.masks).toBeUndefined();
});

it('applyRestrictions() requests a file three times, and then refuses to play', async () => {
  const { load, session } = createLoad({ withdrawals: 'list.vtt' });
  answers['list.vtt'] = [503, 503, 'WEBVTT\n\n00:20.000 --> 00:30.000\n'];
  expect((await settle(applyRestrictions(load, undefined))).status).toBe('fulfilled');
  expect(session.withdrawn).toEqual([{ start: 20, end: 30 }]);
  answers['list.vtt'] = [404];
  requested = [];
  expect(await settle(applyRestrictions(load, undefined))).toMatchObject({ reason: { code: 'policy/withdrawn', retryable: false } });
  expect(requested).toEqual(['list.vtt', 'list.vtt', 'list.vtt']);
});

for (const [setting, code] of [
  ['withdrawals', 'policy/withdrawn'],
  ['masks', 'policy/masks']
] as const)
  it(`applyRestrictions() refuses to play with ${code} when the file of ${setting} cannot be read`, async () => {
    const { load, session } = createLoad({ [setting]: 'list.vtt' });
    answers['list.vtt'] = ['<!doctype html>'];
    expect(await settle(applyRestrictions(load, () => Promise.resolve()))).toMatchObject({ reason: { code } });
    expect(session).toMatchObject({ withdrawn: [], masks: undefined });
  });

it('applyRestrictions() sets the masks only after they are drawn', async () => {
  const { load, session } = createLoad({ masks: 'masks.json' });
  answers['masks.json'] = ['[{ "xywh": "percent:1,2,3,4" }]'];
  const drawMasks = vi.fn((masks: readonly Mask[]) => {
    expect(masks).toHaveLength(1);
    expect(session.masks).toBeUndefined();
    return Promise.resolve();
  });
  await settle(applyRestrictions(load, drawMasks));
  expect(drawMasks).toHaveBeenCalledOnce();
  expect(session.masks).toHaveLength(1);
});

for (const [reason, drawMasks] of [
  ['the player has no function that draws them', undefined],
  ['drawing fails', () => Promise.reject(new TypeError('no canvas'))]
] as const)
  it(`applyRestrictions() refuses to play with masks when ${reason}`, async () => {
    const { load } = createLoad({ masks: 'masks.json' });
    answers['masks.json'] = ['[]'];
    expect(await settle(applyRestrictions(load, drawMasks))).toMatchObject({ reason: { code: 'policy/masks', retryable: false } });
  });

it('applyRestrictions() fetches the file of passages again while a live stream plays, and starts the source again after a change', async () => {
  const { load, session } = createLoad({ withdrawn: '1-2', withdrawals: 'list.vtt' }, { targetLatency: 3 });
  answers['list.vtt'] = ['WEBVTT', 'WEBVTT', 500, 'WEBVTT\n\n00:20.000 --> 00:30.000\n'];
  await applyRestrictions(load, undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([requested.length, session.restartSource.mock.calls]).toEqual([3, []]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(requested).toHaveLength(5);
  expect(session.restartSource.mock.calls).toEqual([[]]);
  expect(session.withdrawn).toEqual([
    { start: 1, end: 2 },
    { start: 20, end: 30 }
  ]);
  lifetime.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(requested).toHaveLength(5);
});

it('applyRestrictions() ends playback of a live stream when the new file cannot be read', async () => {
  const { load, session } = createLoad({ withdrawals: 'list.vtt' }, { targetLatency: 3 });
  answers['list.vtt'] = ['[]', 'WEBVTT\n\n00:30.000 --> 00:20.000\n'];
  await applyRestrictions(load, undefined);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(session.fail.mock.calls).toMatchObject([[{ code: 'policy/withdrawn' }]]);
  expect(session.restartSource).not.toHaveBeenCalled();
  expect(session.withdrawn).toEqual([{ start: 0, end: Infinity }]);
});

it('applyRestrictions() fetches the file of passages once for a video on demand, and requests nothing without a file', async () => {
  answers['list.vtt'] = ['[]'];
  await applyRestrictions(createLoad({ withdrawals: 'list.vtt' }, null).load, undefined);
  await applyRestrictions(createLoad({ withdrawn: '1-2' }, { targetLatency: 3 }).load, undefined);
  await vi.advanceTimersByTimeAsync(90_000);
  expect(requested).toEqual(['list.vtt']);
});
