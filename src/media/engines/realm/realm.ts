import type { MediaGuard } from '../../network/media-guard.js';
import { SealedDOMParser } from './dom-parser.js';
import { sealedDocument } from './document.js';
import { sealedFetch, sealedRequest } from './fetch.js';
import { sealedFontFace } from './font-face.js';
import { sealedNavigator } from './navigator.js';
import type { KindOf } from './request-kind.js';
import { sealedXMLHttpRequest } from './xml-http-request.js';

/**
 * Browser classes and functions that an engine needs and that neither send requests nor store data. They need no binding, because they are
 * constructors or do not use `this`.
 */
const unchangedNames = [
  'AbortController',
  'Blob',
  'DOMException',
  'Headers',
  'HTMLVideoElement',
  'ManagedMediaSource',
  'MediaSource',
  'Node',
  'ReadableStream',
  'ResizeObserver',
  'SharedArrayBuffer',
  'SourceBuffer',
  'TextDecoder',
  'TextEncoder',
  'TextTrackCue',
  'URL',
  'URLSearchParams',
  'VTTCue',
  'WebKitMediaSource',
  'WebKitSourceBuffer',
  'console',
  'crypto',
  'performance'
] as const;

/** Functions that must be called on the browser's own global object. */
const boundFunctions = [
  'atob',
  'btoa',
  'clearInterval',
  'clearTimeout',
  'getComputedStyle',
  'matchMedia',
  'requestAnimationFrame'
] as const;

/** Timers, for functions only, because a string would be compiled in the page's own scope. */
const timers = ['setInterval', 'setTimeout'] as const;

/**
 * Creates the global object of a sealed engine: everything that hls.js or dash.js can access.
 *
 * It has the network, through `guard`; timers, decoders and Media Source, unchanged; a document that creates elements and finds none; no
 * storage, no cookie, no worker, no beacon, no socket. With `keySystems`, the engine may request a key system from the browser. Anything
 * that is not listed here is undefined to the engine, whatever a later release of it may use.
 */
export function createRealm(guard: MediaGuard, kindOf: KindOf, { keySystems = false } = {}): object {
  const browserGlobal = globalThis as unknown as Record<string, unknown>;
  const realm: Record<string, unknown> = {
    DOMParser: SealedDOMParser,
    document: sealedDocument(guard),
    fetch: sealedFetch(guard, kindOf),
    FontFace: sealedFontFace(guard),
    Function: sealedFunction,
    location: Object.freeze({ href: guard.base.href, origin: guard.base.origin, protocol: guard.base.protocol, host: guard.base.host }),
    Request: sealedRequest(),
    navigator: sealedNavigator(guard, keySystems),
    XMLHttpRequest: sealedXMLHttpRequest(guard, kindOf)
  };
  // Names that the browser lacks stay absent, because engines check `'ManagedMediaSource' in window`.
  for (const name of unchangedNames) if (name in browserGlobal) realm[name] = browserGlobal[name];
  for (const name of boundFunctions) realm[name] = (browserGlobal[name] as (...args: unknown[]) => unknown).bind(globalThis);
  for (const name of timers) {
    const start = globalThis[name].bind(globalThis) as (handler: TimerHandler, ...args: unknown[]) => number;
    realm[name] = (handler: TimerHandler, ...args: unknown[]) =>
      typeof handler === 'function' ? start(handler, ...args) : sealedFunction();
  }
  Object.defineProperty(realm, 'devicePixelRatio', { get: () => globalThis.devicePixelRatio, enumerable: true });
  realm.window = realm.self = realm.globalThis = realm;
  return realm;
}

/** Replaces `Function`: `instanceof Function` works; compiling text, which would run in the page's own scope, throws. */
function sealedFunction(): never {
  throw new EvalError('A sealed engine cannot compile text into code.');
}
sealedFunction.prototype = Function.prototype;
