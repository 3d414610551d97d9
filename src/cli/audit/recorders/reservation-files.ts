import type { CdpSession } from '../cdp.js';
import type { Evidence, ReservationFile } from '../evidence.js';
import { openEmptyDocument } from './empty-document.js';

/** Maximum number of origins whose file is requested. */
const maxOrigins = 20;
/** Maximum number of bytes of a file; a real one has a few hundred. */
const maxBytes = 1024 * 1024;
/** Milliseconds that a response may take. */
const timeout = 10_000;

interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Requests a file of the page's own origin, without cookies, referrer and redirects. Rejects if it is not received in time or is too large.
 * It runs in the page, so it must be self-contained.
 */
async function fetchInPage(url: string, byteLimit: number, milliseconds: number): Promise<Answer> {
  const { status, ok, body } = await window.fetch(url, {
    ...{ redirect: 'error', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
    signal: AbortSignal.timeout(milliseconds)
  });
  if (!ok || !body) return { status, text: '' };
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return { status, text: text + decoder.decode() };
    bytes += value.length;
    if (bytes > byteLimit) throw new Error('the file is too large');
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Requests `/.well-known/tdmrep.json` of each origin that has sent media, from an empty document of the origin, so that no script of a page
 * sees the request or can answer it. All other requests of the page must be answered by the audit, and no recorder may be running.
 */
export async function readReservationFiles(page: CdpSession, evidence: Evidence): Promise<void> {
  const origins = new Set(evidence.media.map(({ url }) => new URL(url).origin));
  for (const origin of [...origins].slice(0, maxOrigins)) {
    const answer = await read(page, origin, evidence.auditRequests);
    evidence.reservationFiles.push({ origin, outcome: outcomeOf(answer), text: answer?.text ?? '' });
  }
}

async function read(page: CdpSession, origin: string, auditRequests: Set<string>): Promise<Answer | undefined> {
  const url = `${origin}/.well-known/tdmrep.json`;
  const frameId = await openEmptyDocument(page, origin);
  const isolation = { frameId, worldName: 'jet-player audit' };
  const world = frameId && (await page.trySend<{ executionContextId: number }>('Page.createIsolatedWorld', isolation));
  if (!world) return undefined;
  auditRequests.add(url);
  const expression = `(${fetchInPage.toString()})(${JSON.stringify(url)}, ${maxBytes}, ${timeout})`;
  const call = { expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true };
  const answer = await page.trySend<{ result: { value?: Answer }; exceptionDetails?: object }>('Runtime.evaluate', call);
  return answer?.exceptionDetails ? undefined : answer?.result.value;
}

function outcomeOf(answer: Answer | undefined): ReservationFile['outcome'] {
  if (!answer || answer.status >= 500) return 'not read';
  return answer.status >= 200 && answer.status < 300 ? 'read' : 'none';
}
