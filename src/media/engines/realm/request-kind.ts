import type { RequestKind } from '../../../policy/policy.js';

/** Returns the kind of a request by its URL; the guard refuses unknown kinds. */
export type KindOf = (url: string) => RequestKind;
