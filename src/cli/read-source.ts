import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { UsageError } from './command.js';

/** A file or an answer: its bytes, and the URL they came from after redirects (`file:` for a file). */
export interface Read {
  readonly url: URL;
  readonly bytes: Uint8Array;
}

/** Reads a file, or fetches an http(s) URL without cookies and referrer. Throws a `UsageError` when there is nothing to read. */
export async function readSource(source: string): Promise<Read> {
  return /^https?:\/\//i.test(source) ? fetchUrl(source) : readPath(source);
}

async function readPath(path: string): Promise<Read> {
  const url = path.startsWith('file:') ? new URL(path) : pathToFileURL(path);
  try {
    return { url, bytes: await readFile(url) };
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
}

async function fetchUrl(address: string): Promise<Read> {
  let response: Response;
  try {
    // The guard of the player has no part here: a person at a terminal asked for this very URL.
    // eslint-disable-next-line no-restricted-globals
    response = await fetch(address, { referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    throw new UsageError(`cannot fetch ${address}: ${reason(error)}`);
  }
  if (!response.ok) throw new UsageError(`cannot fetch ${address}: status ${response.status}`);
  return { url: new URL(response.url), bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** The shortest true reason: an error code of the system where there is one. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = (error.cause ?? error) as { code?: unknown };
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return typeof code === 'string' ? code : error.message;
}
