import { listen } from '../../lib/listen.js';
import { PlayerError } from '../error.js';
import type { DeclaredSource } from '../source.js';

/**
 * Resolves with an error when the page's Content Security Policy refuses the media of an attempt: the manifest (`connect-src`), the file or
 * the Media Source (`media-src`). Without the browser's event, the player could not distinguish it from a server that does not answer, or
 * would wait for a Media Source that never opens.
 */
export function waitForCspError(
  video: HTMLVideoElement,
  { url }: DeclaredSource,
  playsFile: boolean,
  signal: AbortSignal
): Promise<PlayerError> {
  return new Promise((resolve) => {
    const onViolation = ({ blockedURI, disposition, effectiveDirective: directive }: SecurityPolicyViolationEvent) => {
      // For a `blob:` URL, `blockedURI` is only `blob` (Content Security Policy, 5.1). The query is removed, because the page may sign
      // URLs, and their query then differs from that of the source.
      const blockedUrl = blockedURI.split('?')[0]!;
      const mediaUrl = video.src || (video.querySelector('source')?.src ?? '');
      const requestedUrl = directive === 'media-src' ? mediaUrl : directive === 'connect-src' ? (url?.href ?? '') : '';
      // The browser reports a URL, or only its origin or its scheme.
      const isRequested =
        [requestedUrl.split(/[?#]/)[0]!, new URL(requestedUrl, document.baseURI).origin].includes(blockedUrl) ||
        requestedUrl.startsWith(`${blockedUrl}:`);
      // The engine for files passes a file to the browser when it gets no Media Source.
      if (playsFile && blockedUrl === 'blob') return;
      if (disposition !== 'enforce' || !blockedUrl || !requestedUrl || !isRequested) return;
      const blockedName = blockedUrl === 'blob' ? 'blob:' : blockedUrl;
      resolve(
        new PlayerError('policy/page-csp', `The Content Security Policy of this page does not allow ${blockedName} in ${directive}.`)
      );
    };
    listen(document, 'securitypolicyviolation', onViolation, signal);
  });
}
