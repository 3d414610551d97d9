import type { Evidence } from './evidence.js';

/** Returns one sentence about why a visit did not see a video play, and therefore proves nothing; '' if it saw one. */
export function incompleteReason({ status, foundMedia, played }: Pick<Evidence, 'status' | 'foundMedia' | 'played'>): string {
  if (status >= 400) return `The audit is incomplete, because the server answered with status ${status}.`;
  if (!foundMedia) return 'The audit is incomplete, because it found no video or audio element on the page.';
  return played ? '' : 'The audit is incomplete, because nothing played on the page.';
}
