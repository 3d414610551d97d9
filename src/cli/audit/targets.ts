import type { Connection, CdpSession } from './cdp.js';

/** A target of the page: the page itself, a frame of another site, or a worker of any kind. */
export interface Target {
  readonly session: CdpSession;
  readonly id: string;
  readonly type: string;
  readonly url: string;
  /** The target that created it; undefined for a page and for workers that pages share. */
  readonly parent: Target | undefined;
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { targetId: string; type: string; url: string };
}

const documents = new Set(['page', 'iframe']);

/** Whether a target is one of the browser's own pages or menus, by its kind or by a scheme that no web page has. */
const isInternal = ({ type, url }: Attached['targetInfo']): boolean =>
  type === 'browser_ui' || /^(chrome|chrome-untrusted|chrome-extension|devtools|edge):/.test(url);

/** Whether a target has a document, not only a script. */
export const hasDocument = ({ type }: Target): boolean => documents.has(type);

/**
 * Attaches to every target, and to the targets that it creates, before their first scripts run. The browser's own targets are ignored, and
 * so are requests that no target makes.
 */
export class Targets {
  readonly #targets = new Map<string, Target>();
  readonly #connection: Connection;
  readonly #prepare: (target: Target) => Promise<unknown>[];

  /** `prepare` starts the recorders of a target; it must send its commands at once, because the target continues after them. */
  constructor(connection: Connection, prepare: (target: Target) => Promise<unknown>[]) {
    this.#connection = connection;
    this.#prepare = prepare;
  }

  /** Every current document: first pages, then frames of other sites. */
  get documents(): readonly Target[] {
    return [...this.#targets.values()].filter(hasDocument);
  }

  async watch(session: CdpSession = this.#connection.browser, parent?: Target): Promise<void> {
    session.on<Attached>('Target.attachedToTarget', (attached) => void this.#attach(attached, parent));
    session.on<{ sessionId: string }>('Target.detachedFromTarget', ({ sessionId }) => {
      for (const [id, target] of this.#targets) if (target.session.id === sessionId) this.#targets.delete(id);
      this.#connection.drop(sessionId);
    });
    await session.trySend('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** Resolves to the target with this id when it is attached and prepared. Rejects if that takes longer than 30 seconds. */
  async open(id: string): Promise<Target> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const target = this.#targets.get(id);
      if (target) return target;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the browser opened no page');
  }

  async #attach({ sessionId, targetInfo }: Attached, parent: Target | undefined): Promise<void> {
    const session = this.#connection.session(sessionId);
    const { targetId: id, type, url } = targetInfo;
    if (isInternal(targetInfo) || this.#targets.has(id)) {
      // Each page reports the workers that it shares with others. A worker is recorded once, and only resumed here.
      await session.trySend('Runtime.runIfWaitingForDebugger');
      return;
    }
    const target = { session, id, type, url, parent };
    if (!hasDocument(target)) this.#targets.set(id, target);
    const preparations = [this.watch(session, target), ...this.#prepare(target)];
    await session.trySend('Runtime.runIfWaitingForDebugger');
    await Promise.all(preparations);
    if (hasDocument(target)) this.#targets.set(id, target);
  }
}
