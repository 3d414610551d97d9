/** Listens to one or several event types until `signal` aborts; a space separates the types. */
export function listen<E extends Event = Event>(
  target: EventTarget,
  types: string,
  listener: (event: E) => void,
  signal: AbortSignal
): void {
  for (const type of types.split(' ')) target.addEventListener(type, listener as EventListener, { signal });
}

/** Resolves at the next event of one of the types, on the target or on one of the others, and then removes all its listeners. */
export function once(target: EventTarget, types: string, ...others: readonly (readonly [EventTarget, string])[]): Promise<void> {
  const listeners = new AbortController();
  return new Promise((resolve) => {
    const onEvent = () => {
      listeners.abort();
      resolve();
    };
    for (const [eachTarget, eachTypes] of [[target, types] as const, ...others]) listen(eachTarget, eachTypes, onEvent, listeners.signal);
  });
}
