/**
 * The purpose of a request:
 * - `manifest`: a playlist or an MPD; `segment`: media, including init segments and the bytes of a file
 * - `key`: a key of HLS encryption; `license`: a licence of a key system, or its server certificate
 * - `text`: captions, descriptions, chapters, and the files of withdrawn passages, masks and credentials; `image`: posters, thumbnails, artwork
 * - `steering`: a server that chooses among hosts; `clock`: a server that tells the time; `beacon`: a report about playback
 * - `script` and `font`: code and fonts that media or captions name
 */
export const requestKinds = [
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
export type RequestKind = (typeof requestKinds)[number];

/** One request to a host, with everything that a rule may read. */
export interface UrlRequest {
  readonly url: URL;
  readonly kind: RequestKind;
  /** The page that contains the player. */
  readonly page: URL;
}

/** The reasons to allow a request. */
export type AllowReason = 'inline-data' | 'page-origin' | 'allowed-origin';

/**
 * The reasons to block a request: the name of the rule that blocks it, or `not-listed` if no rule allows it. The interface has a text for
 * each in every language; a missing text does not compile.
 */
export type BlockReason = 'unwanted-kind' | 'credentials-in-url' | 'insecure-scheme' | 'not-listed';

interface RuleFor<Verdict, Name> {
  readonly name: Name;
  judge(request: UrlRequest): Verdict | undefined;
}

/** One reason to allow or to block; `undefined` leaves the decision to the next rule. Pure: the same request gives the same verdict. */
export type Rule = RuleFor<'allow', AllowReason> | RuleFor<'block', BlockReason>;

/** A verdict and its reason, which is the name of the rule that gave it, or `not-listed` if none did. */
export type Judgement =
  { readonly verdict: 'allow'; readonly reason: AllowReason } | { readonly verdict: 'block'; readonly reason: BlockReason };

/** Returns the verdict of the first rule that gives one; without any, the request is blocked. */
export function judge(rules: readonly Rule[], request: UrlRequest): Judgement {
  for (const rule of rules) {
    const verdict = rule.judge(request);
    if (verdict) return { verdict, reason: rule.name } as Judgement;
  }
  return { verdict: 'block', reason: 'not-listed' };
}
