import { listen } from '../../lib/listen.js';
import { contentId } from './content-id.js';
import type { MemoryContext } from './memory.js';
import { placed, type MemoryRecord } from './record.js';

export interface PlacesContext extends MemoryContext {
  record(): MemoryRecord | undefined;
  write(positions: MemoryRecord['positions']): void;
}

/** Seconds played between two notes of the place. */
const stride = 5;
/** Seconds at the beginning that nobody needs to be brought back to, and at the end after which a film counts as seen. */
const [opening, closing] = [5, 15];

/** Goes back to where each film was left, and notes where it is; only with `resume`, and never for a live channel. */
export function followPlaces({ video, session, optIns, record, write, signal }: PlacesContext): void {
  /** The film whose place is noted; undefined until it has been taken to where it was left. */
  let id: string | undefined;
  let noted = 0;

  const note = () => {
    const { currentTime, duration } = video;
    if (id === undefined || !optIns().resume || session.receiver || !Number.isFinite(duration)) return;
    noted = currentTime;
    const over = currentTime < opening || currentTime > duration - closing;
    const at = over ? undefined : Math.floor(currentTime);
    if (at !== record()?.positions?.[id]?.at) write(placed(record(), id, at));
  };

  const begin = async () => {
    const { source } = session;
    if (!optIns().resume || !source || session.status !== 'ready' || id !== undefined) return;
    const named = await contentId(source.url);
    if (signal.aborted || source !== session.source || named === undefined) return;
    const go = () => {
      id = named;
      const place = record()?.positions?.[named]?.at;
      const elsewhere = video.currentTime >= 1 || /[#&]t=/.test(source.url.hash);
      // Whoever has begun elsewhere has his reasons.
      if (place !== undefined && !elsewhere && place < video.duration - closing) video.currentTime = place;
      noted = video.currentTime;
    };
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) return go();
    const next = new AbortController();
    listen(session, 'source', () => next.abort(), next.signal);
    listen(video, 'loadedmetadata', go, AbortSignal.any([signal, next.signal]));
  };

  listen(session, 'source', () => (id = undefined), signal);
  listen(session, 'status', () => void begin(), signal);
  listen(video, 'timeupdate', () => Math.abs(video.currentTime - noted) >= stride && note(), signal);
  listen(video, 'pause ended', note, signal);
  listen(globalThis.window, 'pagehide', note, signal);
  void begin();
}
