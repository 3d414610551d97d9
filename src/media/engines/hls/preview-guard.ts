import type { MediaGuard } from '../../network/media-guard.js';

/** Time after which a request of a preview fails. */
const timeoutMs = 20_000;

/** Wraps a guard for previews: without retries, so that a failing preview cannot affect the video, but with a time limit. */
export const previewGuard = (guard: MediaGuard): MediaGuard => ({
  base: guard.base,
  log: guard.log,
  capabilityQueries: guard.capabilityQueries,
  admit: (url, kind) => guard.admit(url, kind),
  allows: (url, kind) => guard.allows(url, kind),
  signedUrl: (url, kind) => guard.signedUrl(url, kind),
  fetch(url, kind, options = {}) {
    const signals = [AbortSignal.timeout(timeoutMs), ...(options.signal ? [options.signal] : [])];
    return guard.fetch(url, kind, { ...options, signal: AbortSignal.any(signals) });
  }
});
