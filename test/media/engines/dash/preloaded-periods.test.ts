import type { MediaPlayerClass } from 'dashjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { finishPreloading } from '../../../../src/media/engines/dash/preloaded-periods.js';

interface PeriodStream {
  activate(): Promise<unknown>;
  startPreloading(): Promise<unknown>;
}

/** Runs all promise reactions that are due. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('finishPreloading()', () => {
  /** What dash.js's own period stream does, in order. */
  let calls: string[];
  let endPreparation: () => void;
  let failPreparation: (error: Error) => void;
  let stream: PeriodStream;

  beforeEach(() => {
    calls = [];
    const parent: PeriodStream = {
      activate() {
        calls.push('activate');
        return Promise.resolve();
      },
      startPreloading: () =>
        new Promise<void>((resolve, reject) => {
          calls.push('start');
          endPreparation = () => (calls.push('prepared'), resolve());
          failPreparation = reject;
        })
    };
    const player = { extend: (_: string, extend: () => PeriodStream) => (stream = extend.call({ parent } as never)) };
    finishPreloading(player as unknown as MediaPlayerClass);
  });

  it('activates a period after its preparation, and does not list it as preloaded', async () => {
    void stream.startPreloading().then(() => calls.push('listed'));
    void stream.activate().then(() => calls.push('active'));
    await settle();
    expect(calls).toEqual(['start']);
    endPreparation();
    await settle();
    expect(calls).toEqual(['start', 'prepared', 'activate', 'active']);
  });

  it('lists a period as preloaded that is not activated during its preparation, and activates it at once later', async () => {
    void stream.startPreloading().then(() => calls.push('listed'));
    endPreparation();
    await settle();
    void stream.activate();
    expect(calls).toEqual(['start', 'prepared', 'listed', 'activate']);
  });

  it('activates a period whose preparation failed', async () => {
    const preloaded = stream.startPreloading().catch((error: unknown) => calls.push(String(error)));
    void stream.activate();
    failPreparation(new Error('no buffer'));
    await preloaded;
    await settle();
    expect(calls).toContain('activate');
    expect(calls).toContain('Error: no buffer');
  });

  it('activates a period at once that was never preloaded', () => {
    void stream.activate();
    expect(calls).toEqual(['activate']);
  });

  it('lists a period that is preloaded again after it was activated', async () => {
    void stream.startPreloading();
    void stream.activate();
    endPreparation();
    await settle();
    void stream.startPreloading().then(() => calls.push('listed'));
    endPreparation();
    await settle();
    expect(calls.at(-1)).toBe('listed');
  });
});
