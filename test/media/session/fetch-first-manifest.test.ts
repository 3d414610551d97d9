import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Guard } from '../../../src/media/network/guard.js';
import type { AttemptMonitor } from '../../../src/media/recovery/attempt-monitor.js';
import { fetchFirstManifest } from '../../../src/media/session/fetch-first-manifest.js';

const url = new URL('https://video.example/manifest.mpd');

/** Returns a response whose body has a byte every three seconds, `count` in all, and then ends or, if `stalls`, sends nothing more. */
function slowResponse(count: number, stalls: boolean, signal: AbortSignal): Response {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
    async pull(controller) {
      if (sent === count) return stalls ? new Promise(() => undefined) : controller.close();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      if (signal.aborted) return;
      sent += 1;
      controller.enqueue(new Uint8Array(1));
    }
  });
  return new Response(body);
}

describe('fetchFirstManifest()', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function fetchSlowly(stalls: boolean) {
    const guard = {
      fetch: (_url: URL, _kind: string, { signal }: { signal: AbortSignal }) => Promise.resolve(slowResponse(4, stalls, signal)),
      storeResponse: vi.fn()
    };
    const monitor = {
      signal: new AbortController().signal,
      health: { count: vi.fn() },
      retryScheduler: { wait: () => Promise.resolve() },
      recordRetry: vi.fn(),
      recordRetryEnd: vi.fn()
    };
    const result = fetchFirstManifest(guard as unknown as Guard, { url, type: 'dash' } as never, monitor as unknown as AttemptMonitor).then(
      (response) => response?.bytes.byteLength,
      (error: unknown) => (error as { code: string }).code
    );
    await vi.advanceTimersByTimeAsync(60_000);
    return { result: await result, monitor };
  }

  it('reads a manifest that arrives slowly to its end', async () => {
    const { result, monitor } = await fetchSlowly(false);
    expect(result).toBe(4);
    expect(monitor.recordRetry).not.toHaveBeenCalled();
  });

  it('canary: fails when no further byte of the manifest arrives', async () => {
    const { result } = await fetchSlowly(true);
    expect(result).toBe('network/timeout');
  });
});
