import type { Evidence, SeenCall } from '../evidence.js';
import { hasDocument, type Target } from '../targets.js';
import { probeScript, reportName } from './probe-script.js';

/** Writes down calls that can tell devices or people apart, in documents and in workers. */
export class CallWitness {
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  start(target: Target): Promise<unknown>[] {
    const { session } = target;
    session.on<{ name: string; payload: string }>('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== reportName) return;
      const { api, detail, caller, origin } = JSON.parse(payload) as Omit<SeenCall, 'phase'>;
      this.#evidence.addCall({ api, detail, caller, origin, phase: this.#evidence.phase });
    });
    const start = [session.attempt('Runtime.enable'), session.attempt('Runtime.addBinding', { name: reportName })];
    if (!hasDocument(target)) return [...start, session.attempt('Runtime.evaluate', { expression: probeScript })];
    return [
      ...start,
      session.attempt('Runtime.setAsyncCallStackDepth', { maxDepth: 8 }),
      session.attempt('Page.enable'),
      session.attempt('Page.addScriptToEvaluateOnNewDocument', { source: probeScript, runImmediately: true })
    ];
  }
}
