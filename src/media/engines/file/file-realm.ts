/**
 * Returns the global object of the library that reads containers: it decodes text and measures time, and has neither the network nor the
 * page. `ReadableStream` is in it because the library checks what it is given.
 */
export function fileRealm(): object {
  const { ReadableStream, TextDecoder, TextEncoder, performance } = globalThis;
  const doNothing = () => undefined;
  return {
    ReadableStream,
    performance,
    console: { log: doNothing, warn: doNothing, error: doNothing, info: doNothing },
    globalThis: { TextDecoder, TextEncoder }
  };
}
