import { listen } from '../../lib/listen.js';
import { PlayerError } from '../error.js';
import type { DeclaredSource } from '../source.js';

/**
 * Resolves with an error when the page's Content Security Policy refuses the media of an attempt: the manifest (`connect-src`), the file or
 * the Media Source (`media-src`). Without the browser's event, the player could not distinguish it from a server that does not answer, or
 * would wait for a Media Source that never opens.
 */
export function pagePolicyError(
  video: HTMLVideoElement,
  { url }: DeclaredSource,
  playsFile: boolean,
  signal: AbortSignal
): Promise<PlayerError> {
  return new Promise((resolve) => {
    const onViolation = ({ blockedURI, disposition, effectiveDirective: directive }: SecurityPolicyViolationEvent) => {
      // Only `blob` for a URL of that scheme (Content Security Policy, 5.1); without the query, which the page may sign.
      const refused = blockedURI.split('?')[0]!;
      const assigned = video.src || (video.querySelector('source')?.src ?? '');
      const requested = directive === 'media-src' ? assigned : directive === 'connect-src' ? (url?.href ?? '') : '';
      // The browser reports a URL, or only its origin or its scheme.
      const isRequested =
        [requested.split(/[?#]/)[0]!, new URL(requested, document.baseURI).origin].includes(refused) || requested.startsWith(`${refused}:`);
      // The engine for files passes a file to the browser when it gets no Media Source.
      if (playsFile && refused === 'blob') return;
      if (disposition !== 'enforce' || !refused || !requested || !isRequested) return;
      const named = refused === 'blob' ? 'blob:' : refused;
      resolve(new PlayerError('policy/page-csp', `The Content Security Policy of this page does not allow ${named} in ${directive}.`));
    };
    listen(document, 'securitypolicyviolation', onViolation, signal);
  });
}
