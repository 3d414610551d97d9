import type { Evidence, RecordedCall } from '../evidence.js';
import { hasDocument, type Target } from '../targets.js';
import { probeScript, reportName } from './probe-script.js';

/** Parses a report of the probe script. Returns undefined for anything else, because the page may have sent it. */
function callIn(payload: string): Omit<RecordedCall, 'phase'> | undefined {
  try {
    const call = Object(JSON.parse(payload)) as Record<keyof RecordedCall, unknown>;
    const [api, detail, caller, origin] = [call.api, call.detail, call.caller, call.origin].map((value) =>
      typeof value === 'string' ? value.slice(0, 2000) : undefined
    );
    return api && detail !== undefined && caller !== undefined && origin !== undefined ? { api, detail, caller, origin } : undefined;
  } catch {
    return undefined;
  }
}

/** Records calls that can identify devices or people, in documents and in workers. */
export class CallRecorder {
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  start(target: Target): Promise<unknown>[] {
    const { session } = target;
    session.on<{ name: string; payload: string }>('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== reportName) return;
      const call = callIn(payload);
      if (call) this.#evidence.addCall({ ...call, phase: this.#evidence.phase });
    });
    const start = [session.trySend('Runtime.enable'), session.trySend('Runtime.addBinding', { name: reportName })];
    if (!hasDocument(target)) return [...start, session.trySend('Runtime.evaluate', { expression: probeScript })];
    return [
      ...start,
      session.trySend('Runtime.setAsyncCallStackDepth', { maxDepth: 8 }),
      session.trySend('Page.enable'),
      session.trySend('Page.addScriptToEvaluateOnNewDocument', { source: probeScript, runImmediately: true })
    ];
  }
}
