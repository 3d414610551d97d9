import type { MediaGuard } from '../../network/media-guard.js';
import type { RequestLog } from '../../network/request-log.js';

/** Returns the browser's function that requests a key system, which counts its calls in the log. */
export const countedKeySystemAccess =
  (log: RequestLog): typeof navigator.requestMediaKeySystemAccess =>
  (name, configurations) => {
    log.recordCapabilityQuery('requestMediaKeySystemAccess');
    return navigator.requestMediaKeySystemAccess(name, configurations);
  };

/**
 * Creates the `navigator` of an engine: enough to choose a codec, too little to distinguish viewers or to send a beacon. The guard's log
 * counts every query about the device. Where the page does not permit such queries, `mediaCapabilities` is absent, as in an older browser.
 * With `keySystems`, the engine may request a key system.
 */
export function sealedNavigator({ capabilityQueries, log }: MediaGuard, keySystems: boolean): object {
  const { navigator } = globalThis;
  const sealed = {
    get userAgent() {
      return navigator.userAgent;
    },
    get onLine() {
      return navigator.onLine;
    }
  };
  const mediaCapabilities = Object.freeze({
    decodingInfo(configuration: MediaDecodingConfiguration) {
      log.recordCapabilityQuery('mediaCapabilities.decodingInfo');
      return navigator.mediaCapabilities.decodingInfo(configuration);
    }
  });
  // The property is looked for without being read, because reading it is a query already.
  if (capabilityQueries && 'mediaCapabilities' in navigator) Object.assign(sealed, { mediaCapabilities });
  if (keySystems) Object.assign(sealed, { requestMediaKeySystemAccess: countedKeySystemAccess(log) });
  return Object.freeze(sealed);
}
