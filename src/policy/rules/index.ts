import type { Rule } from '../policy.js';
import { allowedOrigins } from './allowed-origins.js';
import { inlineData } from './inline-data.js';
import { noCredentials } from './no-credentials.js';
import { pageOrigin } from './page-origin.js';
import { secureScheme } from './secure-scheme.js';
import { unwantedByDefault, unwantedKinds } from './unwanted-kinds.js';

/** What the publisher decides; a manifest can change none of it. */
export interface PolicyOptions {
  /** Origins that may be contacted, CSP style: `https://cdn.example.eu`, `https://*.media.example.eu`. */
  readonly allow?: readonly string[];
  /** Kinds of URL that are refused whatever their host. */
  readonly unwanted?: readonly string[];
  /** Set where the publisher has protected media: licences are then wanted, from allowed hosts. */
  readonly drm?: object | undefined;
}

/** The rules of the house. Their order is their precedence: what is refused for its form is never allowed for its host. */
export function houseRules(options: PolicyOptions = {}): readonly Rule[] {
  const { unwanted = options.drm ? unwantedByDefault.filter((kind) => kind !== 'license') : unwantedByDefault } = options;
  return [unwantedKinds(unwanted), inlineData, noCredentials, secureScheme, pageOrigin, allowedOrigins(options.allow ?? [])];
}
