import { fileURLToPath, pathToFileURL } from 'node:url';
import { Budget } from './reading/budget.js';
import { readNamed } from './reading/file.js';
import { unrestricted, readWeb, type WebRules } from './reading/web.js';

/** The content of a file or a response, and its URL after redirects (`file:` for a file). */
export interface SourceContent {
  readonly url: URL;
  readonly bytes: Uint8Array;
}

export const isWeb = (source: string): boolean => /^https?:\/\//i.test(source) && URL.canParse(source);

/** Reads a file, or fetches an http(s) URL without cookies and referrer, within limits. @throws UsageError if it cannot be read */
export async function readSource(source: string, budget = new Budget(), rules: WebRules = unrestricted): Promise<SourceContent> {
  if (isWeb(source)) return readWeb(new URL(source), budget, rules);
  const url = source.startsWith('file:') ? new URL(source) : pathToFileURL(source);
  return { url, bytes: await readNamed(fileURLToPath(url), budget) };
}
