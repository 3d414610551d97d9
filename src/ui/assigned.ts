import type { ConsentState } from '../media/index.js';

type Decisions = Partial<ConsentState>;
type Values = Readonly<Record<string, unknown>>;

/** What of a decision is new. A yes that is left out is taken back; a no that is left out stays, for leaving it out is no yes. */
function newsOf(before: Decisions = {}, now: Decisions = {}): Decisions {
  const news: Record<string, boolean> = {};
  for (const purpose of Object.keys({ ...before, ...now }) as (keyof ConsentState)[]) {
    const said = now[purpose] ?? (before[purpose] ? false : undefined);
    if (said !== undefined && said !== before[purpose]) news[purpose] = said;
  }
  return news;
}

/**
 * What a framework has set on an element. It renders with the same properties again and again, and to set them again would undo what
 * the viewer did meanwhile: the consent that he took back would be given anew.
 */
export class Assigned {
  #last: Values = {};
  /** What the element had of itself, for a property that is not given any more. */
  readonly #own: Record<string, unknown> = {};

  /** Sets what is another value than before; of the consent, only what was decided otherwise. */
  assign(element: object, values: Values): void {
    const target = element as Record<string, unknown>;
    const last = this.#last;
    this.#last = values;
    for (const name of Object.keys({ ...last, ...values })) {
      const value = values[name];
      if (value === last[name]) continue;
      if (name === 'consent') {
        const news = newsOf(last[name] as Decisions | undefined, value as Decisions | undefined);
        if (Object.keys(news).length > 0) target[name] = news;
      } else {
        if (!(name in this.#own)) this.#own[name] = target[name];
        target[name] = value === undefined ? this.#own[name] : value;
      }
    }
  }
}
