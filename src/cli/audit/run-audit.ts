import { startBrowser } from './browser.js';
import type { Connection, CdpSession } from './cdp.js';
import { phases, type PhaseContext } from './driver/phases.js';
import { Evidence, type PhaseName } from './evidence.js';
import { Targets } from './targets.js';
import { count } from './verdict.js';
import { BlockedRequestRecorder } from './recorders/blocked.js';
import { CallRecorder } from './recorders/calls.js';
import { recordCookies } from './recorders/cookies.js';
import { answerAllRequests } from './recorders/empty-document.js';
import { readNetworkLog } from './recorders/network-log.js';
import { NetworkRecorder } from './recorders/network.js';
import { readReservationFiles } from './recorders/reservation-files.js';
import { StorageRecorder } from './recorders/storage.js';

interface AuditOptions {
  readonly url: URL;
  /** Path of a Chromium. */
  readonly chromium: string;
  readonly headless: boolean;
  /** Additional switches for Chromium. */
  readonly switches: readonly string[];
  /** Seconds to watch the video play. */
  readonly watch: number;
  /** Maximum duration of the audit in seconds. */
  readonly timeout: number;
  progress(text: string): void;
}

/** The result of an audit, and its circumstances. */
interface AuditResult {
  readonly evidence: Evidence;
  /** The URL after redirects. */
  readonly url: URL;
  readonly title: string;
  /** Product and version, e.g. `Chrome/156.0.0.0`. */
  readonly browser: string;
  readonly startedAt: Date;
}

/** Visits a page with a new browser, plays its video as a viewer would, and leaves. Rejects if the page cannot be opened. */
export async function runAudit(options: AuditOptions): Promise<AuditResult> {
  const evidence = new Evidence();
  const startedAt = new Date();
  options.progress('Starting a browser with an empty profile.');
  const browser = await startBrowser(options.chromium, { headless: options.headless, extraSwitches: options.switches });
  const limit = AbortSignal.timeout(options.timeout * 1000);
  const expired = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () =>
      reject(new Error(`not finished after ${options.timeout} seconds (in the phase "${evidence.phase}"); --timeout allows more`))
    );
  });
  const visit = Promise.race([visitPage(options, browser.connection, evidence, limit), expired]);
  // Waits for the end alone, because the browser is closed even after a failure. The result, or the failure, is read below.
  await visit.catch(() => undefined);
  const log = await browser.close();
  const visitedPage = await visit;
  const isLogRead = readNetworkLog(log, evidence, new Set([options.url.hostname, visitedPage.url.hostname]));
  if (!isLogRead) throw new Error('the browser wrote no network log');
  return { ...visitedPage, evidence, startedAt };
}

async function visitPage(
  { url, watch, progress }: AuditOptions,
  connection: Connection,
  evidence: Evidence,
  signal: AbortSignal
): Promise<Pick<AuditResult, 'url' | 'title' | 'browser'>> {
  const { product } = await connection.browser.send<{ product: string }>('Browser.getVersion');
  const network = new NetworkRecorder(evidence);
  const storage = new StorageRecorder(evidence);
  const calls = new CallRecorder(evidence);
  const blocked = new BlockedRequestRecorder(evidence);
  const targets = new Targets(connection, (target) => [network, storage, calls, blocked].flatMap((recorder) => recorder.start(target)));
  await targets.watch();
  const { targetId } = await connection.browser.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { session: page } = await targets.open(targetId);
  // A dialog would wait for an answer forever.
  page.on('Page.javascriptDialogOpening', () => void page.trySend('Page.handleJavaScriptDialog', { accept: true }));
  const context: PhaseContext = { page, targets, evidence, signal, watch, settle: (seconds) => settle(seconds, evidence, signal) };

  const recordState = (): Promise<unknown> => Promise.all([recordCookies(connection, evidence), storage.recordNames(targets)]);
  const phase = async (name: PhaseName, act: () => Promise<string>): Promise<void> => {
    if (signal.aborted) return;
    const start = Date.now();
    evidence.begin(name);
    const description = await act();
    await recordState();
    evidence.phases.push({ name, done: description, seconds: (Date.now() - start) / 1000 });
    progress(`${name}: ${description} ${summary(evidence)}`);
  };

  let identity = { url, title: '' };
  await phase('load', async () => {
    await open(page, url, evidence);
    await settle(3, evidence, signal);
    identity = await identify(page, url);
    return 'Opened the page and touched nothing.';
  });
  for (const { name, act } of phases) await phase(name, () => act(context));
  network.stop();
  const canAnswer = await answerAllRequests(page, evidence.auditRequests);
  await storage.recordNamesAfterLeaving(page, canAnswer);
  if (canAnswer) await readReservationFiles(page, evidence);
  return { ...identity, browser: product };
}

interface DocumentResponse {
  readonly type: string;
  readonly frameId?: string;
  readonly response: { readonly status: number };
}

/** Opens the URL, and records the status of the document in the main frame, which a script may have replaced by another one. */
async function open(page: CdpSession, url: URL, evidence: Evidence): Promise<void> {
  const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
  const main = await page.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  page.on<DocumentResponse>('Network.responseReceived', ({ type, frameId, response }) => {
    if (type === 'Document' && frameId === main.frameTree.frame.id && evidence.phase === 'load') evidence.status = response.status;
  });
  const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', { url: url.href });
  // A browser shows a page of its own for an error without content.
  if (errorText && evidence.status >= 400) throw new Error(`cannot open ${url.href}: the server answered with status ${evidence.status}`);
  if (errorText) throw new Error(`cannot open ${url.href}: ${errorText}`);
  // A page may never finish loading. Its requests are recorded anyway.
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 20_000))]);
}

/** Returns the URL of the page after redirects, and its title. */
async function identify(page: CdpSession, url: URL): Promise<{ url: URL; title: string }> {
  const evaluation = { expression: '[location.href, document.title]', returnByValue: true };
  const answer = await page.trySend<{ result: { value?: [string, string] } }>('Runtime.evaluate', evaluation);
  const [href = url.href, title = ''] = answer?.result.value ?? [];
  return { url: URL.canParse(href) ? new URL(href) : url, title };
}

/**
 * Waits until at least `seconds` have passed and no request has started for one second, but at most three times as long, or until `signal`
 * aborts.
 */
async function settle(seconds: number, evidence: Evidence, signal: AbortSignal): Promise<void> {
  const start = Date.now();
  const isQuiet = (): boolean => Date.now() - evidence.lastRequest > 1000;
  const elapsedSeconds = (): number => (Date.now() - start) / 1000;
  while (!signal.aborted && (elapsedSeconds() < seconds || (!isQuiet() && elapsedSeconds() < seconds * 3)))
    await new Promise((resolve) => setTimeout(resolve, 100));
}

function summary({ requests, cookies, storage }: Evidence): string {
  const hosts = new Set(requests.map(({ url }) => new URL(url).host)).size;
  const requestCount = count(requests.length, 'request');
  const hostCount = count(hosts, 'host');
  return `So far ${requestCount} to ${hostCount}, ${count(cookies.length, 'cookie')}, ${storage.length} stored.`;
}
