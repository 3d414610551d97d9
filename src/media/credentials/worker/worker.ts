/** The worker that reads Content Credentials: one request, one reply. It receives everything that it needs, and fetches nothing. */
import sealReader, { type CredentialsReader } from 'sealed:c2pa.js';
import type { ReadReply, ReadRequest } from './messages.js';
import { readerRealm, removeNetwork } from './realm.js';

function openReader(wasm: ArrayBuffer): CredentialsReader {
  const reader = sealReader(readerRealm());
  reader.initSync({ module: wasm });
  return reader;
}

async function read({ wasm, media, settings }: ReadRequest): Promise<ReadReply> {
  let reader: CredentialsReader;
  try {
    reader = openReader(wasm);
  } catch (cause) {
    return { problem: 'code', text: String(cause) };
  }
  try {
    const result = await reader.WasmReader.fromBlob('video/mp4', media, settings);
    return { store: result.json() };
  } catch (cause) {
    return { problem: 'manifest', text: String(cause) };
  }
}

removeNetwork();
addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  // In a worker, `postMessage` has no target origin.
  void read(data).then((reply) => (postMessage as (message: ReadReply) => void)(reply));
});
