import { listen } from '../../lib/listen.js';
import { contentId } from '../storage/content-id.js';
import type { PreferencesContext } from './preferences-context.js';
import { withResumePoint, type StoredPreferences } from '../storage/stored-preferences.js';

interface ResumePointContext extends PreferencesContext {
  record(): StoredPreferences | undefined;
  write(positions: StoredPreferences['positions']): void;
}

/** Playback between two updates of the resume point. */
const updateIntervalSeconds = 5;
/** Seconds at the start for which no resume point is stored. */
const openingSeconds = 5;
/** Seconds at the end that count as watched to the end. */
const closingSeconds = 15;

/** Seeks to the resume point of each source and keeps it up to date; only with `resume`, and never for a live stream. */
export function trackResumePoint({ video, session, optIns, record, write, signal }: ResumePointContext): void {
  /** The content id of the source; undefined until the resume point has been applied. */
  let id: string | undefined;
  let savedTime = 0;

  const save = () => {
    const { currentTime, duration } = video;
    if (id === undefined || !optIns().resume || session.receiver || !Number.isFinite(duration)) return;
    savedTime = currentTime;
    const isOutside = currentTime < openingSeconds || currentTime > duration - closingSeconds;
    const at = isOutside ? undefined : Math.floor(currentTime);
    if (at !== record()?.positions?.[id]?.at) write(withResumePoint(record(), id, at));
  };

  const begin = async () => {
    const { source } = session;
    if (!optIns().resume || !source || session.status !== 'ready' || id !== undefined) return;
    const newId = await contentId(source.url);
    if (signal.aborted || source !== session.source || newId === undefined) return;
    const apply = () => {
      id = newId;
      const resumeAt = record()?.positions?.[newId]?.at;
      const startIsSet = video.currentTime >= 1 || /[#&]t=/.test(source.url.hash);
      // A start position set by the page takes precedence over the resume point.
      if (resumeAt !== undefined && !startIsSet && resumeAt < video.duration - closingSeconds) video.currentTime = resumeAt;
      savedTime = video.currentTime;
    };
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) return apply();
    const sourceLifetime = new AbortController();
    listen(session, 'source', () => sourceLifetime.abort(), sourceLifetime.signal);
    listen(video, 'loadedmetadata', apply, AbortSignal.any([signal, sourceLifetime.signal]));
  };

  listen(session, 'source', () => (id = undefined), signal);
  listen(session, 'status', () => void begin(), signal);
  listen(video, 'timeupdate', () => Math.abs(video.currentTime - savedTime) >= updateIntervalSeconds && save(), signal);
  listen(video, 'pause ended', save, signal);
  listen(globalThis.window, 'pagehide', save, signal);
  void begin();
}
