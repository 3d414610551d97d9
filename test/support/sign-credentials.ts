import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { initSync, WasmBuilder, WasmReader } from '@contentauth/c2pa-wasm';

const readFixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/credentials/${name}.pem`, import.meta.url));

/** The certificate of the authority that issued the signer's, in PEM. */
export const trustedRoot = readFixture('root').toString();

/** A `Blob` in memory, as the library reads it: with a `FileReaderSync`, which Node does not have. */
class MemoryBlob {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  slice(start: number, end: number): MemoryBlob {
    return new MemoryBlob(this.bytes.subarray(start, end));
  }
}

class MemoryReader {
  readAsArrayBuffer(blob: MemoryBlob): ArrayBufferLike {
    return blob.bytes.slice().buffer;
  }
}

Object.assign(globalThis, { FileReaderSync: MemoryReader });
initSync({ module: readFileSync(new URL('../../node_modules/@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm', import.meta.url)) });

/** Returns the head of a CBOR item (RFC 8949, 3): its major type, and its value or length below 65536. */
const head = (type: number, value: number): Buffer =>
  Buffer.from(value < 24 ? [(type << 5) | value] : value < 256 ? [(type << 5) | 24, value] : [(type << 5) | 25, value >> 8, value & 255]);
const bytesItem = (bytes: Uint8Array): Buffer => Buffer.concat([head(2, bytes.length), bytes]);
const textItem = (text: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(text)), Buffer.from(text)]);

const reservedBytes = 4096;

/** Signs a claim as ES256, and returns a `COSE_Sign1` (RFC 9052, 4.2) of exactly the reserved size. */
function signClaim(claim: Uint8Array): Uint8Array<ArrayBuffer> {
  const certificate = new X509Certificate(readFixture('signer')).raw;
  // {1: -7, 33: certificate}: the algorithm, and `x5chain`.
  const protectedHeader = Buffer.concat([head(5, 2), head(0, 1), head(1, 6), head(0, 33), bytesItem(certificate)]);
  const signed = Buffer.concat([head(4, 4), textItem('Signature1'), ...[protectedHeader, Buffer.alloc(0), claim].map(bytesItem)]);
  const signature = sign('sha256', signed, { key: createPrivateKey(readFixture('signer-key')), dsaEncoding: 'ieee-p1363' });
  const withPadding = (size: number) =>
    Buffer.concat([
      head(6, 18),
      head(4, 4),
      bytesItem(protectedHeader),
      head(5, 1),
      textItem('pad'),
      bytesItem(Buffer.alloc(size)),
      head(7, 22),
      bytesItem(signature)
    ]);
  return new Uint8Array(withPadding(300 + reservedBytes - withPadding(300).length));
}

interface Manifest {
  /** The actions of the manifest (`c2pa.actions.v2`). */
  readonly actions: readonly object[];
  /** Instead of a manifest, the file contains the URL of one. */
  readonly remoteUrl?: string;
}

/** Signs an MP4 file with the library's own signer, whose certificate names a server for its revocation (OCSP). */
export async function signVideo(video: Uint8Array, { actions, remoteUrl }: Manifest): Promise<Uint8Array> {
  const definition = {
    claim_generator_info: [{ name: 'The tests', version: '1' }],
    format: 'video/mp4',
    assertions: [{ label: 'c2pa.actions.v2', data: { actions } }]
  };
  const builder = WasmBuilder.fromJson(JSON.stringify(definition), JSON.stringify({ verify: { ocsp_fetch: false } }));
  if (remoteUrl) {
    builder.setRemoteUrl(remoteUrl);
    builder.setNoEmbed(true);
  }
  const signer = { alg: 'es256', reserveSize: reservedBytes, sign: (claim: Uint8Array) => Promise.resolve(signClaim(claim)) };
  return builder.sign(signer, [], 'video/mp4', new MemoryBlob(video) as unknown as Blob);
}

/** Reads a file with the library as it is, not sealed, with settings of `verify`; returns the hosts that it requests. */
export async function hostsRequestedUnsealed(video: Uint8Array, verify: object): Promise<string[]> {
  const hosts: string[] = [];
  const ownFetch = globalThis.fetch;
  globalThis.fetch = (request) => {
    hosts.push(new URL(request instanceof Request ? request.url : request).host);
    return Promise.reject(new TypeError('This test sends no request.'));
  };
  try {
    const settings = JSON.stringify({ verify, trust: { trust_anchors: trustedRoot } });
    await WasmReader.fromBlob('video/mp4', new MemoryBlob(video) as unknown as Blob, settings).catch(() => undefined);
  } finally {
    globalThis.fetch = ownFetch;
  }
  return hosts;
}
