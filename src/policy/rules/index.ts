import type { RequestKind, Rule } from '../policy.js';
import { allowedOrigins } from './allowed-origins.js';
import { inlineData } from './inline-data.js';
import { noCredentials } from './no-credentials.js';
import { pageOrigin } from './page-origin.js';
import { secureScheme } from './secure-scheme.js';
import { unwantedByDefault, unwantedKinds } from './unwanted-kinds.js';

/** The publisher's settings; a manifest cannot change any of them. */
export interface PolicyOptions {
  /** Origins that may be contacted, CSP style: `https://cdn.example.eu`, `https://*.media.example.eu`. */
  readonly allow?: readonly string[];
  /** Kinds of request that are blocked for every host. */
  readonly unwanted?: readonly RequestKind[];
  /** Set if the publisher has protected media: licences are then requested from allowed hosts. */
  readonly drm?: object | undefined;
}

const unwantedWith = (drm: object | undefined): readonly RequestKind[] =>
  drm ? unwantedByDefault.filter((kind) => kind !== 'license') : unwantedByDefault;

/** Returns the default rules. Their order is their precedence: a request that is blocked for its form is never allowed for its host. */
export function defaultRules(options: PolicyOptions = {}): readonly Rule[] {
  // Without a prototype, so that only properties that the publisher set are options.
  const { allow = [], drm, unwanted = unwantedWith(drm) } = Object.assign(Object.create(null) as PolicyOptions, options);
  return [unwantedKinds(unwanted), inlineData, noCredentials, secureScheme, pageOrigin, allowedOrigins(allow)];
}
