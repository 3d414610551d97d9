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

const none: TranscriptState = { lines: [], current: -1 };

/** Follows the captions, with code that comes with what plays. */
async function keep(context: FeatureContext, set: (patch: Partial<TranscriptState>) => void, signal: AbortSignal): Promise<void> {
  const { keepTranscript } = await import('./keep-transcript.js');
  if (!signal.aborted) keepTranscript(context, set, signal);
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
        if (!life) return set(none);
        // What does not come is asked for again by whoever reads next.
        keep(context, set, AbortSignal.any([life.signal, context.signal])).catch(() => undefined);
      }
    };
  }
});

/** How a player's commands reach its state. */
const setters = new WeakMap<FeatureContext, (patch: Partial<TranscriptState>) => void>();
