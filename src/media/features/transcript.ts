import { CueIndex } from '../../lib/cue-index.js';
import { plainText } from '../../lib/cue-text.js';
import { listen } from '../../lib/listen.js';
import { feature, type FeatureContext } from '../feature.js';

/** One line of what is said: a cue of the captions. */
export interface TranscriptLine {
  /** Seconds. */
  readonly start: number;
  /** Text, never markup; on one line. */
  readonly text: string;
}

export interface TranscriptState {
  /** What the captions that are shown say from beginning to end, as far as they are there; empty while nobody reads. */
  readonly lines: readonly TranscriptLine[];
  /** The index of the line that was begun last, or -1. */
  readonly current: number;
}

export interface TranscriptCommands {
  /** Begins to keep the transcript, or lets it go; a long film has thousands of lines. */
  read(on: boolean): void;
}

/** More lines than a day of speech has; what comes after them is left out. */
const most = 20_000;

const none: TranscriptState = { lines: [], current: -1 };

const shownTrack = ({ video, session }: FeatureContext): TextTrack | undefined =>
  [...video.textTracks].find(
    (track) => track.mode === 'showing' && ['captions', 'subtitles'].includes(track.kind) && !session.engine?.isForced?.(track)
  );

type TextCue = TextTrackCue & { readonly text?: string };

const lineOf = ({ startTime, text = '' }: TextCue): TranscriptLine => ({ start: startTime, text: plainText(text.slice(0, 2000)) });

/** Follows the captions that are shown, and writes down what they say. */
function keep(context: FeatureContext, set: (patch: Partial<TranscriptState>) => void, signal: AbortSignal): void {
  const { video, session } = context;
  let index = new CueIndex<TextCue>([]);
  let source: TextTrack | undefined;
  const sync = () => {
    const track = shownTrack(context);
    const cues = (track?.cues ?? []) as ArrayLike<TextCue>;
    if (track !== source || !index.fits(cues)) {
      source = track;
      index = new CueIndex(cues);
      set({ lines: Array.from(cues).slice(0, most).map(lineOf) });
    }
    set({ current: Math.min(index.lastBegun(video.currentTime), most - 1) });
  };
  listen(video.textTracks, 'change addtrack removetrack', sync, signal);
  listen(video, 'timeupdate seeking seeked', sync, signal);
  video.addEventListener('load', sync, { capture: true, signal });
  // No event tells that a text track has grown while the video stands still.
  const growth = setInterval(sync, 1000);
  signal.addEventListener('abort', () => clearInterval(growth), { once: true });
  const fetchAll = () => session.engine?.fetchWholeText?.(signal);
  listen(session, 'status', fetchAll, signal);
  fetchAll();
  sync();
}

/** What is said, to be read: https://www.w3.org/WAI/media/av/transcripts/ */
export const transcript = feature<TranscriptState, TranscriptCommands>({
  initial: none,

  attach: (context, set) => void setters.set(context, set),

  commands(context) {
    const set = (patch: Partial<TranscriptState>) => setters.get(context)?.(patch);
    let life: AbortController | undefined;
    return {
      read(on) {
        if (on === (life !== undefined)) return;
        life?.abort();
        life = on ? new AbortController() : undefined;
        if (life) keep(context, set, AbortSignal.any([life.signal, context.signal]));
        else set(none);
      }
    };
  }
});

/** How a player's commands reach its state. */
const setters = new WeakMap<FeatureContext, (patch: Partial<TranscriptState>) => void>();
