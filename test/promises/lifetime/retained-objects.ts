import type { CDPSession, Page } from '@playwright/test';

/** The objects that a page retains after garbage collection. */
export interface Holdings {
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly mediaSources: number;
  readonly timers: number;
  readonly requests: number;
}

declare global {
  interface Window {
    held(): { timers: number; requests: number; workers: number };
  }
}

/** Runs before the page's own scripts: counts activities that are started and not ended. */
export function keepCount(): void {
  const open = { timers: 0, requests: 0, workers: 0 };
  const { fetch, setInterval, clearInterval, Worker } = window;
  const intervals = new Set<number>();
  window.fetch = (...given) => {
    open.requests++;
    return fetch(...given).finally(() => open.requests--);
  };
  window.setInterval = ((handler: TimerHandler, delay?: number, ...given: unknown[]) => {
    const id = setInterval(handler, delay, ...given) as unknown as number;
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
      open.workers++;
    }
    override terminate(): void {
      open.workers--;
      super.terminate();
    }
  };
  window.held = () => ({ ...open, timers: intervals.size });
}

async function countOf(session: CDPSession, prototype: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `${prototype}.prototype` });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }'
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return Number(length.value);
}

/** Collects the garbage and counts the remaining objects. */
export async function holdings(page: Page, session: CDPSession): Promise<Holdings> {
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const mediaSources = await countOf(session, 'MediaSource');
  const held = await page.evaluate(() => window.held());
  return { heap: usedSize, nodes, listeners: jsEventListeners, mediaSources, ...held };
}
