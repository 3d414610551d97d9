import { CueIndex } from '../../../lib/cue-index.js';
import { plainText } from '../../../lib/cue-text.js';
import { listen } from '../../../lib/listen.js';
import { cuesOutside } from '../../../lib/cues-outside.js';
import type { FeatureContext } from '../feature-context.js';

/** One line of the transcript: a cue of the captions. */
export interface TranscriptLine {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  /** Text without markup or line breaks. */
  readonly text: string;
}

export interface TranscriptState {
  /** All cues of the shown captions that have loaded so far; empty while the transcript is off. */
  readonly lines: readonly TranscriptLine[];
  /** The index of the line that started last, or -1. */
  readonly current: number;
}

/** Maximum number of lines, which is more than a day of speech has; further lines are left out. */
const maxLines = 20_000;

const shownTrack = ({ video, session }: FeatureContext): TextTrack | undefined =>
  [...video.textTracks].find(
    (track) => track.mode === 'showing' && ['captions', 'subtitles'].includes(track.kind) && !session.engine?.isForced?.(track)
  );

type TextCue = TextTrackCue & { readonly text?: string };

const lineOf = ({ startTime, endTime, text = '' }: TextCue): TranscriptLine => ({
  start: startTime,
  end: endTime,
  text: plainText(text.slice(0, 2000))
});

/** Records the cues of the shown captions until the signal aborts. */
export function recordTranscript(context: FeatureContext, set: (patch: Partial<TranscriptState>) => void, signal: AbortSignal): void {
  const { video, session } = context;
  let index = new CueIndex<TextCue>([]);
  let source: TextTrack | undefined;
  const sync = () => {
    const track = shownTrack(context);
    const cues = cuesOutside((track?.cues ?? []) as ArrayLike<TextCue>, session.withdrawn);
    if (track !== source || !index.isIndexOf(cues)) {
      source = track;
      index = new CueIndex(cues);
      set({ lines: Array.from(cues).slice(0, maxLines).map(lineOf) });
    }
    set({ current: Math.min(index.lastStarted(video.currentTime), maxLines - 1) });
  };
  listen(video.textTracks, 'change addtrack removetrack', sync, signal);
  listen(video, 'timeupdate seeking seeked', sync, signal);
  video.addEventListener('load', sync, { capture: true, signal });
  // Checked every second, because no event fires when cues are added to a text track while the video is paused.
  const timer = setInterval(sync, 1000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  const fetchAll = () => session.engine?.fetchWholeText?.(signal);
  listen(session, 'status', fetchAll, signal);
  fetchAll();
  sync();
}
