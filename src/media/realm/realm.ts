import type { UrlKind } from '../../policy/policy.js';
import type { Guard } from '../guard.js';
import { SealedDOMParser } from './dom-parser.js';
import { sealedDocument } from './document.js';
import { sealedFetch } from './fetch.js';
import { sealedFontFace } from './font-face.js';
import { sealedXMLHttpRequest } from './xml-http-request.js';

/** What a request is for, told by its URL; the guard refuses what nobody can tell. */
export type KindOf = (url: string) => UrlKind;

/** Browser classes and functions that an engine needs and that neither contact nor remember. Called as they are: they are constructors, or do not look at `this`. */
const plain = [
  'AbortController',
  'Blob',
  'DOMException',
  'Headers',
  'HTMLVideoElement',
  'ManagedMediaSource',
  'MediaSource',
  'Node',
  'ReadableStream',
  'Request',
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

/** Functions that the browser wants to be called on its own global object. */
const bound = ['atob', 'btoa', 'clearInterval', 'clearTimeout', 'getComputedStyle', 'matchMedia', 'requestAnimationFrame'] as const;

/** Timers, for functions only: text would be compiled in the page's own scope. */
const timers = ['setInterval', 'setTimeout'] as const;

/**
 * The global object of a sealed engine: all that hls.js or dash.js can see of the world.
 *
 * The network, through `guard`; timers, decoders and Media Source, as they are; a document that makes elements and finds none;
 * no storage, no cookie, no worker, no beacon, no socket. With `keySystems` it may ask the browser for one. What is not listed here is undefined to the engine, whatever a later
 * release of it may look for.
 */
export function createRealm(guard: Guard, kindOf: KindOf, { keySystems = false } = {}): object {
  const world = globalThis as unknown as Record<string, unknown>;
  const realm: Record<string, unknown> = {
    DOMParser: SealedDOMParser,
    document: sealedDocument(guard),
    fetch: sealedFetch(guard, kindOf),
    FontFace: sealedFontFace(guard),
    Function: sealedFunction,
    location: Object.freeze({ href: guard.base.href, origin: guard.base.origin, protocol: guard.base.protocol, host: guard.base.host }),
    navigator: keySystems ? protectedNavigator : sealedNavigator,
    XMLHttpRequest: sealedXMLHttpRequest(guard, kindOf)
  };
  // What the browser lacks stays absent, for engines ask `'ManagedMediaSource' in window`.
  for (const name of plain) if (name in world) realm[name] = world[name];
  for (const name of bound) realm[name] = (world[name] as (...given: unknown[]) => unknown).bind(globalThis);
  for (const name of timers) {
    const start = globalThis[name].bind(globalThis) as (handler: TimerHandler, ...given: unknown[]) => number;
    realm[name] = (handler: TimerHandler, ...given: unknown[]) =>
      typeof handler === 'function' ? start(handler, ...given) : sealedFunction();
  }
  Object.defineProperty(realm, 'devicePixelRatio', { get: () => globalThis.devicePixelRatio, enumerable: true });
  realm.window = realm.self = realm.globalThis = realm;
  return realm;
}

/** What an engine may know of the device: enough to choose a codec, too little to tell viewers apart or to send a beacon. */
const sealedNavigator = Object.freeze({
  get userAgent() {
    return globalThis.navigator.userAgent;
  },
  get onLine() {
    return globalThis.navigator.onLine;
  },
  get mediaCapabilities() {
    return globalThis.navigator.mediaCapabilities;
  }
});

/** The same, for protected media. */
const protectedNavigator = Object.freeze(
  Object.create(sealedNavigator, {
    requestMediaKeySystemAccess: {
      value: (name: string, configurations: Iterable<MediaKeySystemConfiguration>) =>
        globalThis.navigator.requestMediaKeySystemAccess(name, configurations)
    }
  }) as object
);

/** `instanceof Function` works; compiling text, which would run in the page's own scope, does not. */
function sealedFunction(): never {
  throw new EvalError('A sealed engine cannot compile text into code.');
}
sealedFunction.prototype = Function.prototype;
