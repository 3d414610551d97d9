/** What a URL is wanted for. */
export const urlKinds = [
  'manifest',
  'segment',
  'key',
  'license',
  'text',
  'image',
  'steering',
  'clock',
  'beacon',
  'script',
  'font'
] as const;
export type UrlKind = (typeof urlKinds)[number];

/** One wish to contact a host, with all that a rule may look at. */
export interface UrlRequest {
  readonly url: URL;
  readonly kind: UrlKind;
  /** The page that holds the player. */
  readonly page: URL;
}

export type Verdict = 'allow' | 'block';

/** One reason to allow or to block; `undefined` leaves the question to the next rule. Pure: same request, same answer. */
export interface Rule {
  readonly name: string;
  judge(request: UrlRequest): Verdict | undefined;
}

/** A verdict and the name of the rule that gave it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rule: string;
}

/** Asks the rules in their order; the first answer wins, and silence blocks. */
export function judge(rules: readonly Rule[], request: UrlRequest): Judgement {
  for (const rule of rules) {
    const verdict = rule.judge(request);
    if (verdict) return { verdict, rule: rule.name };
  }
  return { verdict: 'block', rule: 'not-listed' };
}
