import { defaultRules } from '../../policy/rules/index.js';
import { Guard, type BlockedRequest } from '../network/guard.js';
import { credentialsFor, type NetworkSettings } from '../network/network-settings.js';

/** Creates the guard of a session. It allows what the publisher's settings allow, and the origins of the current sources. */
export const createSessionGuard = (
  video: HTMLVideoElement,
  settings: () => NetworkSettings,
  sourceOrigins: () => readonly string[],
  onBlocked: (blocked: BlockedRequest) => void
): Guard =>
  new Guard({
    page: new URL(video.ownerDocument.location.href),
    base: new URL(video.baseURI),
    rules: () => defaultRules({ ...settings(), allow: [...(settings().allow ?? []), ...sourceOrigins()] }),
    credentials: (url) => credentialsFor(url, settings()),
    redirects: () => settings().redirects ?? 'error',
    capabilityQueries: () => settings().privacy !== 'strict',
    hook: () => settings().requestHook,
    onBlocked
  });
