/** What a worker could send requests, load code or store data with. */
const removedNames = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'importScripts',
  'Worker',
  'BroadcastChannel',
  'caches',
  'indexedDB'
];

/** Removes what could send requests or store data from the worker's own global object, so that the reader cannot reach it around its realm. */
export function removeNetwork(): void {
  for (let holder: object | null = globalThis; holder; holder = Object.getPrototypeOf(holder) as object | null)
    for (const name of removedNames) Reflect.deleteProperty(holder, name);
}

/**
 * Returns the global object of the sealed reader of Content Credentials: it computes, reads the file that it is given, and has neither the
 * network nor storage. The glue of its WebAssembly also names `fetch`, `Request` and `Headers`, which are undefined to it.
 */
export function readerRealm(): object {
  const { FileReaderSync, FinalizationRegistry, TextDecoder, TextEncoder, WebAssembly, crypto, performance } =
    globalThis as unknown as Record<string, unknown>;
  const doNothing = () => undefined;
  const realm: Record<string, unknown> = {
    FileReaderSync,
    FinalizationRegistry,
    TextDecoder,
    TextEncoder,
    WebAssembly,
    crypto,
    performance,
    queueMicrotask: globalThis.queueMicrotask.bind(globalThis),
    setTimeout: (callback: () => void, delay?: number) => globalThis.setTimeout(() => callback(), delay),
    clearTimeout: globalThis.clearTimeout.bind(globalThis),
    console: { log: doNothing, warn: doNothing, error: doNothing, info: doNothing }
  };
  realm.self = realm.globalThis = realm;
  return realm;
}
