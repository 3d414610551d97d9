import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { unpackTar } from 'modern-tar';

/** The bytes of each file of an archive by its path. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/** The maximum number of bytes of all files of an archive; a release has a twentieth of it. */
const maxBytes = 256 * 1024 * 1024;

const tooLarge = `it unpacks to more than ${maxBytes / 1024 / 1024} MiB`;

/** Unpacks a ZIP file. @throws Error if it cannot be unpacked, is too large, or contains a path twice */
export function readZip(bytes: Uint8Array): ArchiveFiles {
  let [count, size] = [0, 0];
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      count += 1;
      size += originalSize;
      if (size > maxBytes) throw new Error(tooLarge);
      return true;
    }
  });
  const byPath = new Map(Object.entries(files));
  if (byPath.size !== count) throw new Error('it contains a path twice');
  return byPath;
}

/** Unpacks a `.tgz` file. @throws Error if it cannot be unpacked, is too large, or contains a path twice or anything but files */
export async function readTarball(bytes: Uint8Array): Promise<ArchiveFiles> {
  const entries = await unpackTar(gunzipSync(bytes, { maxOutputLength: maxBytes }), { strict: true });
  const byPath = new Map<string, Uint8Array>();
  for (const { header, data } of entries) {
    if (header.type !== 'file') throw new Error(`it contains ${header.name}, which is not a file`);
    if (byPath.has(header.name)) throw new Error('it contains a path twice');
    byPath.set(header.name, data ?? new Uint8Array());
  }
  return byPath;
}
