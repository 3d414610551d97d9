import { readLimited } from '../../lib/read-limited.js';
import { PlayerError, type ErrorCode } from '../error.js';
import type { DrawMasks, Mask } from '../masks/mask.js';
import { readMasks } from '../masks/read-masks.js';
import { httpError } from '../network/http-error.js';
import { RetryScheduler } from '../recovery/retry-scheduler.js';
import { mergePassages, readPassages, readPassagesFile } from '../withdrawn/read-passages.js';
import type { Load } from './load.js';
import { wholeTimeline } from './session-restrictions.js';

/** A file of restrictions that a publisher sets. */
interface RestrictionsFile<List> {
  readonly url: string;
  readonly code: ErrorCode;
  /** @throws SyntaxError when any part of the file cannot be read */
  read(text: string): List;
}

const maxBytes = 1024 * 1024;
/** Pauses in milliseconds before the second and the third request for a file. */
const retryPausesMs = [500, 2000] as const;
/** Milliseconds after which a request without a whole response has failed. */
const timeoutMs = 5000;
/** Milliseconds between two requests for the file of passages while a live stream plays. */
const refreshIntervalMs = 30_000;

/** Fetches the text of a file once. */
async function fetchText({ session: { guard }, signal }: Load, url: string): Promise<string> {
  const requestSignal = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const response = await guard.fetch(url, 'text', { signal: requestSignal });
  const statusError = httpError(response.status, url);
  if (statusError) throw statusError;
  return (await readLimited(response, maxBytes)).text();
}

/** Fetches the text of a file, and repeats a failed request twice. */
async function fetchTextWithRetries(load: Load, url: string): Promise<string> {
  const scheduler = new RetryScheduler();
  for (const pauseMs of retryPausesMs) {
    try {
      return await fetchText(load, url);
    } catch {
      await scheduler.wait(pauseMs, load.signal);
    }
  }
  return fetchText(load, url);
}

/** Fetches and reads a file. @throws PlayerError with the code of the file when it cannot be fetched or read */
async function fetchList<List>(load: Load, { url, code, read }: RestrictionsFile<List>): Promise<List> {
  try {
    return read(await fetchTextWithRetries(load, url));
  } catch (cause) {
    load.signal.throwIfAborted();
    throw new PlayerError(code, 'The file of what must not be shown cannot be read, so the video is not played.', { cause });
  }
}

const passagesFile = (url: string) => ({ url, code: 'policy/withdrawn', read: readPassagesFile }) as const;
const masksFile = (url: string) => ({ url, code: 'policy/masks', read: readMasks }) as const;

/** Draws the video with its masks from now on. @throws PlayerError `policy/masks` when that is not possible */
async function startDrawing(drawMasks: DrawMasks | undefined, masks: readonly Mask[], signal: AbortSignal): Promise<void> {
  try {
    if (!drawMasks) throw new TypeError('The option `drawMasks` is missing.');
    await drawMasks(masks, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw new PlayerError('policy/masks', 'The regions of the masks cannot be drawn, so the video is not played.', { cause });
  }
}

/**
 * Reads what must not be shown of the media of a load: the lists in its settings, and the files that they name. Then the session has them,
 * and masks are drawn.
 * @throws PlayerError `policy/withdrawn` or `policy/masks` when one cannot be fetched, read or drawn; playback would show what must not be shown
 */
export async function applyRestrictions(load: Load, drawMasks: DrawMasks | undefined): Promise<void> {
  const { session, settings, signal } = load;
  const { withdrawn = '', withdrawals, masks: masksUrl } = settings();
  const passages = readPassages(withdrawn);
  const [furtherPassages, masks] = await Promise.all([
    withdrawals ? fetchList(load, passagesFile(withdrawals)) : [],
    masksUrl ? fetchList(load, masksFile(masksUrl)) : undefined
  ]);
  if (masks) await startDrawing(drawMasks, masks, signal);
  signal.throwIfAborted();
  session.restrict({ withdrawn: mergePassages([...passages, ...furtherPassages]), masks });
  if (withdrawals) refreshPassages(load, withdrawals);
}

/**
 * Fetches the file of passages again at intervals while a live stream plays, and starts the source again when its passages have changed.
 * While the file cannot be fetched, the last passages apply; a file that cannot be read ends playback.
 */
function refreshPassages(load: Load, url: string): void {
  const { session, signal, settings } = load;
  const refresh = async () => {
    if (!session.stream.current.live) return;
    const text = await fetchText(load, url).catch(() => undefined);
    if (text === undefined || signal.aborted) return;
    try {
      const withdrawn = mergePassages([...readPassages(settings().withdrawn ?? ''), ...readPassagesFile(text)]);
      if (JSON.stringify(withdrawn) === JSON.stringify(session.withdrawn)) return;
      session.restrict({ withdrawn });
      session.restartSource();
    } catch (cause) {
      session.restrict({ withdrawn: wholeTimeline });
      session.fail(new PlayerError('policy/withdrawn', 'The new file of withdrawn passages cannot be read, so playback ends.', { cause }));
    }
  };
  const timer = setInterval(() => void refresh(), refreshIntervalMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
