import { listen } from '../../lib/listen.js';
import type { CaptionStyle } from '../caption-style.js';
import type { PlayerSession } from '../session/session.js';
import type { AssembledPlayer } from './preferences-context.js';
import type { MediaState } from '../state.js';
import type { StoredPreferences } from '../storage/stored-preferences.js';

interface RestoreContext extends AssembledPlayer {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  record(): StoredPreferences | undefined;
  /** Whether the viewer has used the command in this page; that choice takes precedence over the stored one. */
  wasUsed(name: string): boolean;
  /** Runs commands without recording them as viewer choices. */
  runUnrecorded(run: () => void): void;
}

type Restorer = (record: StoredPreferences, state: MediaState) => (() => void) | undefined;

/** Restores the stored preferences: volume, speed and caption style immediately, the rest when each source has the tracks. */
export function restorePreferences(
  { state, commands, video, session, record, wasUsed, runUnrecorded }: RestoreContext,
  signal: AbortSignal
): void {
  const { level, muted, rate, captionStyle, dataSaver } = record() ?? {};
  runUnrecorded(() => {
    if (level !== undefined && !wasUsed('volume')) {
      // A page that mutes the video, by attribute or by property, does so because browsers block autoplay with audio: it stays muted.
      if (video.defaultMuted || video.muted) video.volume = level;
      else {
        commands.volume.setLevel(level);
        commands.volume.setMuted(muted ?? false);
      }
    }
    if (rate !== undefined && !wasUsed('playback.setRate')) commands.playback.setRate(rate);
    if (dataSaver && !wasUsed('quality')) commands.quality.setDataSaver(true);
    // The stored value may be anything, because the command ignores invalid members.
    if (captionStyle !== undefined && !wasUsed('captions.setStyle')) commands.captions.setStyle(captionStyle as Partial<CaptionStyle>);
  });

  const restorers: Readonly<Record<string, Restorer>> = {
    captions({ captions }, mediaState) {
      // Chromium also shows neighbouring tracks when a mode is set while tracks are still being added.
      if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
      const { tracks } = mediaState.captions;
      if (captions === null) return tracks.length > 0 ? () => commands.captions.choose(null) : undefined;
      const track = tracks.find(({ language }) => language === captions);
      return track && (() => commands.captions.choose(track.id));
    },
    quality({ quality, dataSaver: isSaving }, mediaState) {
      if (isSaving) return undefined;
      const rendition = mediaState.quality.renditions.find(({ height }) => height === quality);
      return rendition && (() => commands.quality.choose(rendition.id));
    },
    audio({ audio }, mediaState) {
      const track = mediaState.audio.tracks.find(({ language }) => language === audio);
      return track && (() => commands.audio.choose(track.id));
    }
  };
  let pending = new Set<string>();
  const restorePending = () => {
    const storedRecord = record();
    // Until an engine has opened the source, the state has the tracks of the one before.
    if (!storedRecord || session.receiver || session.status !== 'ready') return;
    for (const name of pending) {
      if (wasUsed(name) || storedRecord[name as keyof StoredPreferences] === undefined) {
        pending.delete(name);
        continue;
      }
      const run = restorers[name]!(storedRecord, state.current);
      if (!run) continue;
      pending.delete(name);
      runUnrecorded(run);
    }
  };
  const begin = () => {
    pending = new Set(Object.keys(restorers));
    restorePending();
  };
  listen(session, 'source', begin, signal);
  listen(video, 'loadeddata', restorePending, signal);
  state.subscribe(restorePending, signal);
  begin();
}
