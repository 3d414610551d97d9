import { feature } from './feature.js';
import type { FeatureContext } from './feature-context.js';
import type { TranscriptState } from './lazy/transcript-recorder.js';

export interface TranscriptCommands {
  /** Starts recording the transcript, or discards it, because a long video has thousands of lines. */
  read(on: boolean): void;
}

const none: TranscriptState = { lines: [], current: -1 };

/** Loads the recorder on demand and records the captions until the signal aborts. */
async function keep(context: FeatureContext, set: (patch: Partial<TranscriptState>) => void, signal: AbortSignal): Promise<void> {
  const { recordTranscript } = await import('./lazy/transcript-recorder.js');
  if (!signal.aborted) recordTranscript(context, set, signal);
}

/** Provides an interactive transcript of the captions: https://www.w3.org/WAI/media/av/transcripts/ */
export const transcript = feature<TranscriptState, TranscriptCommands>({
  initial: none,

  setup(context, set) {
    let life: AbortController | undefined;
    return {
      read(on) {
        if (on === (life !== undefined)) return;
        life?.abort();
        life = on ? new AbortController() : undefined;
        if (!life) return set(none);
        // When the code fails to load, the next `read(true)` loads it again.
        keep(context, set, AbortSignal.any([life.signal, context.signal])).catch(() => undefined);
      }
    };
  }
});
