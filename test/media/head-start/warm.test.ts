import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../../src/policy/policy.js';

const asked: string[] = [];
let answer: (request: Request) => Response | Promise<Response> = () => new Response('film');
// The guard takes the browser's own function when its module loads.
vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
  const request = new Request(url, init);
  asked.push(`${request.headers.get('range') ?? 'whole'} ${url.pathname}`);
  return Promise.resolve(answer(request));
});
const { Guard } = await import('../../../src/media/guard.js');
const { timingOf } = await import('../../../src/media/meter.js');

const page = new URL('https://page.example/');
const rule: Rule = { name: 'own', judge: ({ url }) => (url.host === page.host ? 'allow' : 'block') };
const film = new URL('/film.mp4', page);

describe('a request that is made early', () => {
  let guard: InstanceType<typeof Guard>;
  const { signal } = new AbortController();
  beforeEach(() => {
    asked.length = 0;
    answer = () => new Response('film');
    guard = new Guard({ page, base: page, rules: () => [rule] });
  });
  afterEach(() => guard.cool());

  it('serves the next fetch of the same address, once', async () => {
    await guard.warm(film, 'segment', { signal });
    expect(await (await guard.fetch(film, 'segment')).text()).toBe('film');
    expect(asked).toEqual(['whole /film.mp4']);
    await guard.fetch(film, 'segment');
    expect(asked).toHaveLength(2);
  });

  it('is handed over while it is on its way, with the times of the one request there was', async () => {
    let end = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(3));
        end = () => controller.close();
      }
    });
    answer = () => new Response(body);
    const warm = guard.warm(film, 'segment', { signal });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const begun = performance.now();
    const response = await guard.fetch(film, 'segment');
    expect(timingOf(response).start).toBeLessThanOrEqual(begun);
    expect(timingOf(response).end).toBeUndefined();
    end();
    expect((await response.arrayBuffer()).byteLength).toBe(3);
    expect((await warm).bytes.byteLength).toBe(3);
    expect(timingOf(response).end).toBeGreaterThanOrEqual(begun);
  });

  it('serves the same range only', async () => {
    answer = () => new Response('head', { status: 206 });
    await guard.warm(film, 'segment', { signal, range: 'bytes=0-3' });
    await guard.fetch(film, 'segment', { headers: { range: 'bytes=4-7' } });
    await guard.fetch(film, 'segment');
    const response = await guard.fetch(film, 'segment', { headers: { Range: 'bytes=0-3' } });
    expect(response.status).toBe(206);
    expect(asked).toEqual(['bytes=0-3 /film.mp4', 'bytes=4-7 /film.mp4', 'whole /film.mp4']);
  });

  it('is not made where an engine was faster, and not kept for later when the head start is over', async () => {
    await guard.warm(page, 'manifest', { signal });
    await guard.fetch(film, 'segment');
    await expect(guard.warm(film, 'segment', { signal })).rejects.toThrow();
    expect(asked).toEqual(['whole /', 'whole /film.mp4']);
    guard.cool();
    await guard.fetch(page, 'manifest');
    expect(asked).toHaveLength(3);
  });

  it('is ended by whoever took it over, and by nobody else', async () => {
    const ends: boolean[] = [];
    answer = ({ signal: life }) => {
      life.addEventListener('abort', () => ends.push(true));
      return new Response(new ReadableStream());
    };
    void guard.warm(film, 'segment', { signal }).catch(() => undefined);
    const engine = new AbortController();
    await guard.fetch(film, 'segment', { signal: engine.signal });
    expect(ends).toEqual([]);
    engine.abort();
    expect(ends).toEqual([true]);
  });

  it('does not leave for a host that is not allowed, and the book says nothing of it', async () => {
    await expect(guard.warm(new URL('https://tracker.example/x'), 'segment', { signal })).rejects.toThrow();
    expect(asked).toEqual([]);
    expect(guard.book.blocked).toEqual([]);
  });
});
