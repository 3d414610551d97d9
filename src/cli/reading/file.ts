import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import type { Budget } from './budget.js';
import { systemReason, NotReadError } from './not-read.js';

/** Reads a file or a pipe that the user named, such as `/dev/stdin`. @throws NotReadError `unreachable` or `too-large` */
export async function readNamed(path: string, budget: Budget): Promise<Uint8Array> {
  return withReason(path, () => budget.collect(createReadStream(path), path));
}

/**
 * Reads a file that a manifest named, if it is a regular file: a device may never end, and a pipe may never begin.
 * @throws NotReadError `not-a-file`, `unreachable` or `too-large`
 */
export async function readRegular(path: string, budget: Budget): Promise<Uint8Array> {
  return withReason(path, async () => {
    // Checked before opening, because opening can change the state of a device, and afterwards, because the name may now be another file's.
    mustBeRegular(await stat(path), path);
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      mustBeRegular(await file.stat(), path);
      return await budget.collect(file.createReadStream({ autoClose: false }), path);
    } finally {
      await file.close();
    }
  });
}

function mustBeRegular(status: Awaited<ReturnType<FileHandle['stat']>>, path: string): void {
  if (!status.isFile()) throw new NotReadError('not-a-file', `cannot read ${path}: it is not a regular file`);
}

async function withReason<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotReadError) throw error;
    throw new NotReadError('unreachable', `cannot read ${path}: ${systemReason(error)}`);
  }
}
