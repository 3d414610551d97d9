/**
 * @typedef {{ file: string, change: string, reason: string }} Unapplied a change of an engine that its package does not permit: the file
 * that contains the change, the text, function or module that it changes, and why it does not apply
 */

/** Ends a build with the reason of a change that does not apply. @param {Unapplied} unapplied @returns {never} */
export function refuse({ reason }) {
  throw new Error(`${reason} See docs/upgrade-engines.md.`);
}
