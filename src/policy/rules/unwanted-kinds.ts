import type { RequestKind, Rule } from '../policy.js';

/** Kinds that the player never needs: content steering, reports about the viewer, scripts and fonts, and licences without DRM. */
export const unwantedByDefault: readonly RequestKind[] = ['steering', 'beacon', 'script', 'font', 'license'];

/** Blocks whole kinds of request, even to an allowed host. */
export function unwantedKinds(kinds: readonly RequestKind[]): Rule {
  return {
    name: 'unwanted-kind',
    judge: ({ kind }) => (kinds.includes(kind) ? 'block' : undefined)
  };
}
