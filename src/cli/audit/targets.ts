import type { Connection, Session } from './cdp.js';

/** A target of the page: the page, its frames of other sites, its workers of every kind. */
export interface Target {
  readonly session: Session;
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

/** The browser's own targets: its pages and menus, by their kind or by a scheme that no web page has. */
const internal = ({ type, url }: Attached['targetInfo']): boolean =>
  type === 'browser_ui' || /^(chrome|chrome-untrusted|chrome-extension|devtools|edge):/.test(url);

/** Whether a target has a document, and not only a script. */
export const hasDocument = ({ type }: Target): boolean => documents.has(type);

/**
 * Attaches to every target before its first script runs, and to the targets of those. The browser's own targets are left alone, and so are
 * the requests that no target makes.
 */
export class Targets {
  readonly #all = new Map<string, Target>();
  readonly #connection: Connection;
  readonly #prepare: (target: Target) => Promise<unknown>[];

  /** `prepare` starts the recorders of a target; it must send its commands at once, because the target continues after them. */
  constructor(connection: Connection, prepare: (target: Target) => Promise<unknown>[]) {
    this.#connection = connection;
    this.#prepare = prepare;
  }

  /** Every current document: pages first, frames of other sites after them. */
  get documents(): readonly Target[] {
    return [...this.#all.values()].filter(hasDocument);
  }

  async watch(session: Session = this.#connection.browser, parent?: Target): Promise<void> {
    session.on<Attached>('Target.attachedToTarget', (attached) => void this.#attach(attached, parent));
    session.on<{ sessionId: string }>('Target.detachedFromTarget', ({ sessionId }) => {
      for (const [id, target] of this.#all) if (target.session.id === sessionId) this.#all.delete(id);
      this.#connection.drop(sessionId);
    });
    await session.attempt('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** The target with this id, once it is attached and prepared; rejects if that takes longer than half a minute. */
  async open(id: string): Promise<Target> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const target = this.#all.get(id);
      if (target) return target;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the browser opened no page');
  }

  async #attach({ sessionId, targetInfo }: Attached, parent: Target | undefined): Promise<void> {
    const session = this.#connection.session(sessionId);
    const { targetId: id, type, url } = targetInfo;
    if (internal(targetInfo) || this.#all.has(id)) {
      // A worker that pages share is reported by each of them: it is recorded once, and detached here.
      await session.attempt('Runtime.runIfWaitingForDebugger');
      return;
    }
    const target = { session, id, type, url, parent };
    if (!hasDocument(target)) this.#all.set(id, target);
    const prepared = [this.watch(session, target), ...this.#prepare(target)];
    await session.attempt('Runtime.runIfWaitingForDebugger');
    await Promise.all(prepared);
    if (hasDocument(target)) this.#all.set(id, target);
  }
}
