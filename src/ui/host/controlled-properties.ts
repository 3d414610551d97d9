import type { ConsentState } from '../../media/index.js';

type ConsentDecisions = Partial<ConsentState>;
type PropertyValues = Readonly<Record<string, unknown>>;

/** Returns the decisions that changed. Omitting a granted purpose withdraws it; omitting a refused one keeps the refusal. */
function changesOf(previous: ConsentDecisions = {}, current: ConsentDecisions = {}): ConsentDecisions {
  const changes: Record<string, boolean> = {};
  for (const purpose of Object.keys({ ...previous, ...current }) as (keyof ConsentState)[]) {
    const decision = current[purpose] ?? (previous[purpose] ? false : undefined);
    if (decision !== undefined && decision !== previous[purpose]) changes[purpose] = decision;
  }
  return changes;
}

/**
 * Assigns a framework's properties to an element when they change. A framework renders the same properties repeatedly, and setting them
 * each time would undo what the viewer did in between: consent that they withdrew would be granted again.
 */
export class ControlledProperties {
  #lastValues: PropertyValues = {};
  /** The element's initial values, restored when the framework no longer passes a property. */
  readonly #initialValues: Record<string, unknown> = {};

  /** Sets the properties whose value changed; of `consent`, only the decisions that changed. */
  assign(element: object, values: PropertyValues): void {
    const target = element as Record<string, unknown>;
    const lastValues = this.#lastValues;
    this.#lastValues = values;
    for (const name of Object.keys({ ...lastValues, ...values })) {
      const value = values[name];
      if (value === lastValues[name]) continue;
      if (name === 'consent') {
        const changes = changesOf(lastValues[name] as ConsentDecisions | undefined, value as ConsentDecisions | undefined);
        if (Object.keys(changes).length > 0) target[name] = changes;
      } else {
        if (!(name in this.#initialValues)) this.#initialValues[name] = target[name];
        target[name] = value === undefined ? this.#initialValues[name] : value;
      }
    }
  }
}
