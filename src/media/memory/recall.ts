import { listen } from '../../lib/listen.js';
import type { CaptionStyle } from '../caption-style.js';
import type { PlayerSession } from '../session.js';
import type { Remembered } from './memory.js';
import type { MediaState } from '../state.js';
import type { MemoryRecord } from './record.js';

export interface RecallContext extends Remembered {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  record(): MemoryRecord | undefined;
  /** What the viewer has asked for since; it is newer than any memory. */
  wasAsked(name: string): boolean;
  /** Gives commands that are not the viewer's. */
  quietly(tell: () => void): void;
}

type Attempt = (record: MemoryRecord, state: MediaState) => (() => void) | undefined;

/** Gives back what is remembered: sound, speed and the look of captions at once, the rest as soon as each film has it to offer. */
export function recall({ state, commands, video, session, record, wasAsked, quietly }: RecallContext, signal: AbortSignal): void {
  const { level, muted, rate, captionStyle } = record() ?? {};
  quietly(() => {
    if (level !== undefined && !wasAsked('volume')) {
      // A page that starts without sound, by attribute or by property, does so to be allowed to start.
      if (video.defaultMuted || video.muted) video.volume = level;
      else {
        commands.volume.setLevel(level);
        commands.volume.setMuted(muted ?? false);
      }
    }
    if (rate !== undefined && !wasAsked('playback.setRate')) commands.playback.setRate(rate);
    // Whatever was written there: the command leaves out what is no such wish.
    if (captionStyle !== undefined && !wasAsked('captions.setStyle')) commands.captions.setStyle(captionStyle as Partial<CaptionStyle>);
  });

  const attempts: Readonly<Record<string, Attempt>> = {
    captions({ captions }, now) {
      // A mode set while tracks are still arriving makes Chromium show their neighbours as well.
      if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
      const { tracks } = now.captions;
      if (captions === null) return tracks.length > 0 ? () => commands.captions.choose(null) : undefined;
      const track = tracks.find(({ language }) => language === captions);
      return track && (() => commands.captions.choose(track.id));
    },
    quality({ quality }, now) {
      const rendition = now.quality.renditions.find(({ height }) => height === quality);
      return rendition && (() => commands.quality.choose(rendition.id));
    },
    audio({ audio }, now) {
      const track = now.audio.tracks.find(({ language }) => language === audio);
      return track && (() => commands.audio.choose(track.id));
    }
  };
  let open = new Set<string>();
  const look = () => {
    const known = record();
    if (!known || session.receiver) return;
    for (const name of open) {
      if (wasAsked(name) || known[name as keyof MemoryRecord] === undefined) {
        open.delete(name);
        continue;
      }
      const tell = attempts[name]!(known, state.current);
      if (!tell) continue;
      open.delete(name);
      quietly(tell);
    }
  };
  const begin = () => {
    open = new Set(Object.keys(attempts));
    look();
  };
  listen(session, 'source', begin, signal);
  listen(video, 'loadeddata', look, signal);
  state.subscribe(look, signal);
  begin();
}
