import type { ConsentState } from '../../media/index.js';

type Decisions = Partial<ConsentState>;
type Values = Readonly<Record<string, unknown>>;

/** Returns the decisions that changed. Omitting a granted purpose withdraws it; omitting a refused one keeps the refusal. */
function changesOf(before: Decisions = {}, now: Decisions = {}): Decisions {
  const changes: Record<string, boolean> = {};
  for (const purpose of Object.keys({ ...before, ...now }) as (keyof ConsentState)[]) {
    const decision = now[purpose] ?? (before[purpose] ? false : undefined);
    if (decision !== undefined && decision !== before[purpose]) changes[purpose] = decision;
  }
  return changes;
}

/**
 * Assigns a framework's properties to an element when they change. A framework renders the same properties repeatedly, and setting them
 * each time would undo what the viewer did in between: consent that they withdrew would be granted again.
 */
export class ControlledProperties {
  #last: Values = {};
  /** The element's initial values, restored when the framework no longer passes a property. */
  readonly #initial: Record<string, unknown> = {};

  /** Sets the properties whose value changed; of `consent`, only the decisions that changed. */
  assign(element: object, values: Values): void {
    const target = element as Record<string, unknown>;
    const last = this.#last;
    this.#last = values;
    for (const name of Object.keys({ ...last, ...values })) {
      const value = values[name];
      if (value === last[name]) continue;
      if (name === 'consent') {
        const changes = changesOf(last[name] as Decisions | undefined, value as Decisions | undefined);
        if (Object.keys(changes).length > 0) target[name] = changes;
      } else {
        if (!(name in this.#initial)) this.#initial[name] = target[name];
        target[name] = value === undefined ? this.#initial[name] : value;
      }
    }
  }
}
