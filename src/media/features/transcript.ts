import { feature } from './feature.js';
import type { FeatureContext } from './feature-context.js';
import type { TranscriptState } from './lazy/transcript-recorder.js';

export interface TranscriptCommands {
  /** Starts recording the transcript, or discards it, because a long video has thousands of lines. */
  read(on: boolean): void;
}

const noTranscript: TranscriptState = { lines: [], current: -1 };

/** Loads the recorder on demand and records the captions until the signal aborts. */
async function startRecording(context: FeatureContext, set: (patch: Partial<TranscriptState>) => void, signal: AbortSignal): Promise<void> {
  const { recordTranscript } = await import('./lazy/transcript-recorder.js');
  if (!signal.aborted) recordTranscript(context, set, signal);
}

/** Provides an interactive transcript of the captions: https://www.w3.org/WAI/media/av/transcripts/ */
export const transcript = feature<TranscriptState, TranscriptCommands>({
  initial: noTranscript,

  setup(context, set) {
    let recording: AbortController | undefined;
    return {
      read(on) {
        if (on === (recording !== undefined)) return;
        recording?.abort();
        recording = on ? new AbortController() : undefined;
        if (!recording) return set(noTranscript);
        // When the code fails to load, the next `read(true)` loads it again.
        startRecording(context, set, AbortSignal.any([recording.signal, context.signal])).catch(() => undefined);
      }
    };
  }
});
