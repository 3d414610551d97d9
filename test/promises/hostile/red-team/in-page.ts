import type { JetPlayer } from '../../../../src/index.js';

/** How a case ended. Only the ending `silent` is forbidden. */
export interface Outcome {
  readonly id: string;
  /**
   * `plays`: playback advances, and the manifest was requested again where the case needs that; `fails`: with an error code; `retries`: the
   * player reports a retry; `refused`: the guard blocked a request, and the engine waits for it; `silent`: none of these within the limit.
   */
  readonly ending: 'plays' | 'fails' | 'retries' | 'refused' | 'silent';
  readonly code: string | null;
}

export interface Task {
  readonly id: string;
  readonly src: string;
  readonly updates: boolean;
  readonly withInterface: boolean;
}

/** When a case ends without an outcome. These are limits for cases that hang, and not performance requirements. */
export interface Limits {
  readonly silentAfterMs: number;
  readonly refusedAfterMs: number;
}

/**
 * Plays every task in its own player, `playersAtOnce` at a time, until the state of the player shows the outcome. Runs in the page, to
 * which it is sent as text, so it may use nothing from outside.
 */
export async function playAll({
  tasks,
  playersAtOnce,
  limits
}: {
  tasks: readonly Task[];
  playersAtOnce: number;
  limits: Limits;
}): Promise<Outcome[]> {
  performance.setResourceTimingBufferSize(100_000);
  const requestsFor = (path: string) => performance.getEntriesByName(new URL(path, location.href).href).length;

  const play = ({ id, src, updates, withInterface }: Task): Promise<Outcome> =>
    new Promise((resolve) => {
      const element = document.createElement('jet-player') as JetPlayer;
      for (const name of ['muted', 'autoplay', ...(withInterface ? [] : ['nocontrols'])]) element.setAttribute(name, '');
      element.style.cssText = 'display:block;width:64px';
      element.setAttribute('src', src);
      document.body.append(element);
      const lifetime = new AbortController();
      const { signal } = lifetime;
      let refusedAt = Infinity;
      const startTime = performance.now();
      const finish = (end: Outcome['ending'], code: string | null = null) => {
        if (signal.aborted) return;
        lifetime.abort();
        clearInterval(interval);
        element.remove();
        resolve({ id, ending: end, code });
      };
      const checkState = () => {
        const { player } = element;
        if (!player) return;
        const { error, interruption } = player.state.current.source;
        if (error) return finish('fails', error.code);
        if (interruption) return finish('retries', interruption.error.code);
        const { played } = element;
        const hasPlayed = played.length > 0 && played.end(played.length - 1) > played.start(played.length - 1);
        const isInterfaceReady = !withInterface || element.shadowRoot?.querySelector('button') !== null;
        if (hasPlayed && withInterface) element.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true }));
        if (hasPlayed && isInterfaceReady && (!updates || requestsFor(src) > 1)) return finish('plays');
        const now = performance.now();
        if (element.privacyReport().blocked.length > 0) refusedAt = Math.min(refusedAt, now);
        if (now - refusedAt > limits.refusedAfterMs) return finish('refused');
        if (now - startTime > limits.silentAfterMs) finish('silent');
      };
      for (const name of ['timeupdate', 'playing', 'error', 'loadeddata']) element.addEventListener(name, checkState, { signal });
      element.player?.state.subscribe(checkState, signal);
      const interval = setInterval(checkState, 100);
    });

  const outcomes: Outcome[] = [];
  const remainingTasks = [...tasks];
  const playNextTasks = async () => {
    for (let task = remainingTasks.shift(); task; task = remainingTasks.shift()) outcomes.push(await play(task));
  };
  await Promise.all(Array.from({ length: playersAtOnce }, playNextTasks));
  return outcomes;
}
