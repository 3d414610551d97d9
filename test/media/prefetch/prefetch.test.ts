import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../../src/policy/policy.js';

const requested: string[] = [];
let respond: (request: Request) => Response | Promise<Response> = () => new Response('film');
// `fetch` is replaced before the module of the guard loads, because the guard keeps the function that it finds then.
vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
  const request = new Request(url, init);
  requested.push(`${request.headers.get('range') ?? 'whole'} ${url.pathname}`);
  return Promise.resolve(respond(request));
});
const { Guard } = await import('../../../src/media/network/guard.js');
const { timingOf } = await import('../../../src/media/network/response-timing.js');

const page = new URL('https://page.example/');
const rule: Rule = { name: 'page-origin', judge: ({ url }) => (url.host === page.host ? 'allow' : undefined) };
const video = new URL('/film.mp4', page);

describe('Guard.prefetch()', () => {
  let guard: InstanceType<typeof Guard>;
  const { signal } = new AbortController();
  beforeEach(() => {
    requested.length = 0;
    respond = () => new Response('film');
    guard = new Guard({ page, base: page, rules: () => [rule] });
  });
  afterEach(() => guard.clearPrefetched());

  it('serves the next fetch of the same URL, once', async () => {
    await guard.prefetch(video, 'segment', { signal });
    expect(await (await guard.fetch(video, 'segment')).text()).toBe('film');
    expect(requested).toEqual(['whole /film.mp4']);
    await guard.fetch(video, 'segment');
    expect(requested).toHaveLength(2);
  });

  it('serves a response that is still loading, with the timing of its request', async () => {
    let endBody = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(3));
        endBody = () => controller.close();
      }
    });
    respond = () => new Response(body);
    const prefetched = guard.prefetch(video, 'segment', { signal });
    await vi.waitFor(() => expect(requested).toHaveLength(1));
    const startedAt = performance.now();
    const response = await guard.fetch(video, 'segment');
    expect(timingOf(response).start).toBeLessThanOrEqual(startedAt);
    expect(timingOf(response).end).toBeUndefined();
    endBody();
    expect((await response.arrayBuffer()).byteLength).toBe(3);
    expect((await prefetched).bytes.byteLength).toBe(3);
    expect(timingOf(response).end).toBeGreaterThanOrEqual(startedAt);
  });

  it('serves only a fetch of the same byte range', async () => {
    respond = () => new Response('head', { status: 206 });
    await guard.prefetch(video, 'segment', { signal, range: 'bytes=0-3' });
    await guard.fetch(video, 'segment', { headers: { range: 'bytes=4-7' } });
    await guard.fetch(video, 'segment');
    const response = await guard.fetch(video, 'segment', { headers: { Range: 'bytes=0-3' } });
    expect(response.status).toBe(206);
    expect(requested).toEqual(['bytes=0-3 /film.mp4', 'bytes=4-7 /film.mp4', 'whole /film.mp4']);
  });

  it('rejects when the engine has already fetched the URL, and clearPrefetched() discards unused responses', async () => {
    await guard.prefetch(page, 'manifest', { signal });
    await guard.fetch(video, 'segment');
    await expect(guard.prefetch(video, 'segment', { signal })).rejects.toThrow();
    expect(requested).toEqual(['whole /', 'whole /film.mp4']);
    guard.clearPrefetched();
    await guard.fetch(page, 'manifest');
    expect(requested).toHaveLength(3);
  });

  it('is aborted by the signal of the fetch that received the response', async () => {
    const aborts: boolean[] = [];
    respond = ({ signal: requestSignal }) => {
      requestSignal.addEventListener('abort', () => aborts.push(true));
      return new Response(new ReadableStream());
    };
    void guard.prefetch(video, 'segment', { signal }).catch(() => undefined);
    const engine = new AbortController();
    await guard.fetch(video, 'segment', { signal: engine.signal });
    expect(aborts).toEqual([]);
    engine.abort();
    expect(aborts).toEqual([true]);
  });

  it('sends no request to a host that is not allowed, and logs nothing', async () => {
    await expect(guard.prefetch(new URL('https://tracker.example/x'), 'segment', { signal })).rejects.toThrow();
    expect(requested).toEqual([]);
    expect(guard.log.blocked).toEqual([]);
  });
});
