import { CueIndex } from '../../lib/cue-index.js';
import { plainText } from '../../lib/cue-text.js';
import { listen } from '../../lib/listen.js';
import type { FeatureContext } from '../feature.js';
import type { TranscriptLine, TranscriptState } from './transcript.js';

/** More lines than a day of speech has; what comes after them is left out. */
const most = 20_000;

const shownTrack = ({ video, session }: FeatureContext): TextTrack | undefined =>
  [...video.textTracks].find(
    (track) => track.mode === 'showing' && ['captions', 'subtitles'].includes(track.kind) && !session.engine?.isForced?.(track)
  );

type TextCue = TextTrackCue & { readonly text?: string };

const lineOf = ({ startTime, text = '' }: TextCue): TranscriptLine => ({ start: startTime, text: plainText(text.slice(0, 2000)) });

/** Follows the captions that are shown, and writes down what they say, until the signal aborts. */
export function keepTranscript(context: FeatureContext, set: (patch: Partial<TranscriptState>) => void, signal: AbortSignal): void {
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
