import type { CDPSession, Page } from '@playwright/test';

/** The objects that a page retains after garbage collection. */
export interface RetainedObjects {
  /** Bytes. */
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly mediaSources: number;
  readonly timers: number;
  readonly requests: number;
}

declare global {
  interface Window {
    openActivities(): { timers: number; requests: number; workers: number };
  }
}

/** Counts the intervals, requests and workers that have started and not ended. Runs in the page, before its own scripts. */
export function countOpenActivities(): void {
  const counts = { timers: 0, requests: 0, workers: 0 };
  const { fetch, setInterval, clearInterval, Worker } = window;
  const intervals = new Set<number>();
  window.fetch = (...args) => {
    counts.requests++;
    return fetch(...args).finally(() => counts.requests--);
  };
  window.setInterval = ((handler: TimerHandler, delay?: number, ...args: unknown[]) => {
    const id = setInterval(handler, delay, ...args) as unknown as number;
    intervals.add(id);
    return id;
  }) as typeof window.setInterval;
  window.clearInterval = ((id: number) => {
    intervals.delete(id);
    clearInterval(id);
  }) as typeof window.clearInterval;
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      counts.workers++;
    }
    override terminate(): void {
      counts.workers--;
      super.terminate();
    }
  };
  window.openActivities = () => ({ ...counts, timers: intervals.size });
}

/** Returns how many objects of a class exist, by the name of the class. */
async function countInstances(session: CDPSession, prototype: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `${prototype}.prototype` });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }'
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return Number(length.value);
}

/** Collects garbage, and counts the remaining objects. */
export async function countRetainedObjects(page: Page, session: CDPSession): Promise<RetainedObjects> {
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const mediaSources = await countInstances(session, 'MediaSource');
  const openActivities = await page.evaluate(() => window.openActivities());
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners, mediaSources, ...openActivities };
}
