import { describe, expect, it } from 'vitest';
import { PlayerError } from '../../../src/media/error.js';
import { RetryingGuard } from '../../../src/media/recovery/retrying-guard.js';

const url = new URL('https://page.example/live.m3u8');
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\na.ts\n#EXT-X-ENDLIST\n';
/** An HTML page of the same length, as a network with a sign-in page returns instead of a file. */
const page = '<html>'.padEnd(playlist.length, ' ');

/** A guard whose server returns these bodies, one for each request. `checked` is the manifest that the player has already checked. */
function guardWith(bodies: readonly string[], checked: string) {
  const failures: string[] = [];
  const remaining = [...bodies];
  const wrappedGuard = { base: url, admit: () => url, fetch: () => Promise.resolve(new Response(remaining.shift())) };
  const monitor = {
    signal: new AbortController().signal,
    retryScheduler: { wait: () => Promise.resolve(), wake() {} },
    health: { count() {} },
    recordRetry: (_request: object, _kind: string, { code }: { code: string }) => failures.push(code),
    recordRequestStart() {},
    recordRequestEnd() {},
    recordRetryEnd() {},
    recordManifest() {}
  };
  const guard = new RetryingGuard(wrappedGuard as never, monitor as never, 'hls', { bytes: bytesOf(checked), url: url.href } as never);
  const read = async () => (await guard.fetch(url, 'manifest')).text();
  return { read, failures, remaining };
}

describe('RetryingGuard with a manifest that the player has already checked', () => {
  it('does not check the manifest again when it is identical', async () => {
    const { read, failures } = guardWith([page], page);
    expect(await read()).toBe(page);
    expect(failures).toEqual([]);
  });

  it('checks and requests the manifest again when another body has the same length', async () => {
    const { read, failures, remaining } = guardWith([page, playlist], playlist);
    expect(await read()).toBe(playlist);
    expect(failures).toEqual(['manifest/not-a-manifest']);
    expect(remaining).toEqual([]);
  });

  it('checks the manifest again when only its last byte differs', async () => {
    const { read, failures } = guardWith([`${page.slice(0, -1)}x`, playlist], page);
    expect(await read()).toBe(playlist);
    expect(failures).toEqual(['manifest/not-a-manifest']);
  });

  it('checks the second response even if the first was identical', async () => {
    const { read, failures } = guardWith([page, page, playlist], page);
    expect(await read()).toBe(page);
    expect(await read()).toBe(playlist);
    expect(failures).toEqual(['manifest/not-a-manifest']);
  });
});

describe('RetryingGuard', () => {
  const segment = new URL('https://page.example/1.m4s');
  const monitor = { signal: new AbortController().signal };

  it("returns the handler's response for a missing segment, and 404 without a handler", async () => {
    const guard = new RetryingGuard({ admit: () => segment } as never, monitor as never);
    guard.markMissing(segment.href);
    expect((await guard.fetch(segment, 'segment')).status).toBe(404);
    const requested: string[] = [];
    const onMissingSegment = (id: string) => (requested.push(id), 'empty-segment' as const);
    guard.handleMissingSegments({
      onMissingSegment,
      mayBeCut: () => false,
      missingSegmentFacts: () => ({ missingElsewhere: false, missingBefore: 0, skipped: 0 })
    });
    const { status, url: from } = await guard.fetch(segment, 'segment');
    expect([status, from, requested]).toEqual([200, segment.href, [segment.href]]);
  });

  it('reports that it loads a segment until the body is read, or the request fails or is aborted', async () => {
    const loading = new Set<object>();
    const loadingMonitor = {
      signal: new AbortController().signal,
      recordRequestStart: (request: object, signal: AbortSignal) => {
        loading.add(request);
        signal.addEventListener('abort', () => loading.delete(request));
      },
      recordRequestEnd: (request: object) => loading.delete(request),
      recordRetryEnd() {},
      recordMedia() {},
      failAttempt() {},
      health: { count() {} }
    };
    let respond: () => Promise<Response> = () => Promise.resolve(new Response('media'));
    const guard = new RetryingGuard({ admit: () => segment, fetch: () => respond() } as never, loadingMonitor as never);
    const response = await guard.fetch(segment, 'segment');
    expect(loading.size).toBe(1);
    await response.arrayBuffer();
    expect(loading.size).toBe(0);
    await (await guard.fetch(segment, 'segment')).body!.cancel();
    expect(loading.size).toBe(0);
    const lifetime = new AbortController();
    await guard.fetch(segment, 'segment', { signal: lifetime.signal });
    expect(loading.size).toBe(1);
    lifetime.abort();
    expect(loading.size).toBe(0);
    respond = () => Promise.reject(new PlayerError('policy/blocked', 'refused'));
    await expect(guard.fetch(segment, 'segment')).rejects.toThrow('refused');
    expect(loading.size).toBe(0);
  });

  it('asks the wrapped guard about every request, and sends no refused request', async () => {
    const admitted: string[] = [];
    const admit = (requestUrl: URL, kind: string) => {
      admitted.push(`${kind} ${requestUrl.href}`);
      throw new Error('refused');
    };
    let sent = 0;
    const guard = new RetryingGuard({ admit, allows: () => false, fetch: () => sent++ } as never, monitor as never);
    for (const kind of ['manifest', 'segment', 'image'] as const) await expect(guard.fetch(segment, kind)).rejects.toThrow('refused');
    expect(() => guard.admit(segment, 'font')).toThrow('refused');
    expect(guard.allows(segment, 'segment')).toBe(false);
    expect(admitted).toEqual(['manifest', 'segment', 'image', 'font'].map((kind) => `${kind} ${segment.href}`));
    expect(sent).toBe(0);
  });
});
