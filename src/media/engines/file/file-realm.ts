/**
 * Returns the global object of the library that reads containers: it decodes text and measures time, and has neither the network nor the
 * page. `ReadableStream` is in it because the library checks what it is given.
 */
export function fileRealm(): object {
  const { ReadableStream, TextDecoder, TextEncoder, performance } = globalThis;
  const none = () => undefined;
  return {
    ReadableStream,
    performance,
    console: { log: none, warn: none, error: none, info: none },
    globalThis: { TextDecoder, TextEncoder }
  };
}
