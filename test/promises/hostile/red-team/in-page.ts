import type { JetPlayer } from '../../../../src/index.js';

/** How a case ended. `silent` is the only forbidden one. */
export interface Outcome {
  readonly id: string;
  /**
   * `plays`: playback advances, and the manifest was requested again where the case needs that; `fails`: with an error code; `retries`: the
   * player reports a retry; `refused`: the guard blocked a request, and the engine waits for it; `silent`: none of these within the limit.
   */
  readonly end: 'plays' | 'fails' | 'retries' | 'refused' | 'silent';
  readonly code: string | null;
}

export interface Task {
  readonly id: string;
  readonly src: string;
  readonly updates: boolean;
  readonly withInterface: boolean;
}

/** Milliseconds; a limit for hanging cases, not a performance requirement. */
export interface Limits {
  readonly silent: number;
  readonly refused: number;
}

/**
 * Plays every task in its own player, `lanes` at a time, until an event shows the outcome. Runs in the page; self-contained,
 * because it is sent as text.
 */
export async function playAll({ tasks, lanes, limits }: { tasks: readonly Task[]; lanes: number; limits: Limits }): Promise<Outcome[]> {
  performance.setResourceTimingBufferSize(100_000);
  const requestsFor = (path: string) => performance.getEntriesByName(new URL(path, location.href).href).length;

  const play = ({ id, src, updates, withInterface }: Task): Promise<Outcome> =>
    new Promise((resolve) => {
      const element = document.createElement('jet-player') as JetPlayer;
      for (const name of ['muted', 'autoplay', ...(withInterface ? [] : ['nocontrols'])]) element.setAttribute(name, '');
      element.style.cssText = 'display:block;width:64px';
      element.setAttribute('src', src);
      document.body.append(element);
      const life = new AbortController();
      const { signal } = life;
      let refusedAt = Infinity;
      const begun = performance.now();
      const done = (end: Outcome['end'], code: string | null = null) => {
        if (signal.aborted) return;
        life.abort();
        clearInterval(watch);
        element.remove();
        resolve({ id, end, code });
      };
      const look = () => {
        const { player } = element;
        if (!player) return;
        const { error, interruption } = player.state.current.source;
        if (error) return done('fails', error.code);
        if (interruption) return done('retries', interruption.error.code);
        const { played } = element;
        const moved = played.length > 0 && played.end(played.length - 1) > played.start(played.length - 1);
        const ready = !withInterface || element.shadowRoot?.querySelector('button') !== null;
        if (moved && withInterface) element.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true }));
        if (moved && ready && (!updates || requestsFor(src) > 1)) return done('plays');
        const now = performance.now();
        if (element.privacyReport().blocked.length > 0) refusedAt = Math.min(refusedAt, now);
        if (now - refusedAt > limits.refused) return done('refused');
        if (now - begun > limits.silent) done('silent');
      };
      for (const name of ['timeupdate', 'playing', 'error', 'loadeddata']) element.addEventListener(name, look, { signal });
      element.player?.state.subscribe(look, signal);
      const watch = setInterval(look, 100);
    });

  const outcomes: Outcome[] = [];
  const waiting = [...tasks];
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) outcomes.push(await play(task));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}
