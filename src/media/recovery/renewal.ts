import type { Guard } from '../guard.js';
import type { NetworkSettings } from '../network-settings.js';
import { expiryOf } from './expiry.js';

export interface RenewalContext {
  readonly guard: Guard;
  settings(): NetworkSettings;
  /** Ends with the attempt to play this source. */
  readonly signal: AbortSignal;
  /** A fresh address stands for the source from now on. */
  renewed(src: string): void;
}

/** Milliseconds before the end at which the page is asked, and the longest that a timer can wait. */
const headStart = 30_000;
const longest = 2 ** 31 - 1;

/**
 * Gets a fresh address in time, where an address says when it expires and the page has another; playing goes on meanwhile.
 *
 * What cannot be known beforehand is met when the server refuses: see `comeback`.
 */
export function renewInTime(src: string, { guard, settings, signal, renewed }: RenewalContext): void {
  const before = URL.canParse(src, guard.base) ? new URL(src, guard.base) : undefined;
  const left = ((before && expiryOf(before)) ?? Infinity) - Date.now();
  if (!before || left > longest || left < 0) return;
  const renew = async () => {
    // A page that cannot give one now is asked again when the server refuses.
    const fresh = await settings()
      .refreshSource?.(src)
      .catch(() => undefined);
    if (fresh === undefined || signal.aborted || !URL.canParse(fresh, guard.base)) return;
    const after = new URL(fresh, guard.base);
    renewed(fresh);
    guard.signatures.renew(before, after);
    if ((expiryOf(after) ?? 0) > expiryOf(before)!) renewInTime(fresh, { guard, settings, signal, renewed });
  };
  const timer = setTimeout(() => void renew(), left - Math.min(headStart, left / 5));
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
