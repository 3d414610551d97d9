import type { Rule } from '../policy.js';

/** Kinds that the player never needs: a manifest's choice of server, reports about the viewer, foreign code, licences without DRM. */
export const unwantedByDefault: readonly string[] = ['steering', 'beacon', 'script', 'font', 'license'];

/** Refuses whole kinds of request, even to an allowed host. */
export function unwantedKinds(kinds: readonly string[]): Rule {
  return {
    name: 'unwanted-kind',
    judge: ({ kind }) => (kinds.includes(kind) ? 'block' : undefined)
  };
}
