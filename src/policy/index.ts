export { judge, requestKinds } from './policy.js';
export type { AllowReason, BlockReason, Judgement, Rule, RequestKind, UrlRequest } from './policy.js';
export { defaultRules } from './rules/index.js';
export type { PolicyOptions } from './rules/index.js';
export { inspect } from './inspect/inspect.js';
export type { Inspection } from './inspect/inspect.js';
export type { Finding, NamedHost, Severity } from './inspect/finding.js';
