import { NotReadError } from './not-read.js';

/** The limits of what a command reads. */
export interface Limits {
  /** Maximum number of bytes of one file or one response, after decompression. */
  readonly bytes: number;
  /** Maximum number of bytes of all files and responses. */
  readonly totalBytes: number;
  /** Maximum time in milliseconds for one response, including redirects. */
  readonly milliseconds: number;
  /** Maximum time in milliseconds for all responses. */
  readonly totalMilliseconds: number;
}

const MiB = 1024 * 1024;

/** The default limits. A live playlist has a few kilobytes, and the longest manifests have a few megabytes. */
export const defaultLimits: Limits = { bytes: 64 * MiB, totalBytes: 256 * MiB, milliseconds: 30_000, totalMilliseconds: 120_000 };

/** Counts the bytes and the time that a command uses, and stops it at the limit. */
export class Budget {
  readonly #limits: Limits;
  readonly #totalTimeout: AbortSignal;
  #bytesRead = 0;

  constructor(limits: Limits = defaultLimits) {
    this.#limits = limits;
    this.#totalTimeout = AbortSignal.timeout(limits.totalMilliseconds);
  }

  /** Returns a signal that aborts when the time of one response, or of all responses, is over. */
  deadline(): AbortSignal {
    return AbortSignal.any([this.#totalTimeout, AbortSignal.timeout(this.#limits.milliseconds)]);
  }

  /** Reads a stream to its end. @throws NotReadError `too-large`; any error of the stream */
  async collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
    const { bytes, totalBytes } = this.#limits;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream) {
      size += chunk.length;
      this.#bytesRead += chunk.length;
      if (size > bytes) throw new NotReadError('too-large', `cannot read ${name}: it has more than ${inMiB(bytes)}`);
      if (this.#bytesRead > totalBytes)
        throw new NotReadError('too-large', `cannot read ${name}: all files and responses together have more than ${inMiB(totalBytes)}`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}

const inMiB = (bytes: number): string => `${Math.max(1, Math.round(bytes / MiB))} MiB`;
