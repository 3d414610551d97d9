import type { Store } from '../lib/store.js';
import type { DrmSystems } from './drm.js';
import type { Engine, EngineType, StreamState } from './engine.js';
import { engineFor } from './engines/index.js';
import { notLoaded, type PlayerError } from './error.js';
import type { Guard } from './guard.js';
import type { FirstChoice } from './head-start/head-start.js';
import { checkType, fetchManifest, identify } from './manifest.js';
import { PatientGuard } from './recovery/patient-guard.js';
import type { Recovery } from './recovery/recovery.js';
import { toSource, type Source, type SourceInput } from './source.js';

export interface PlayContext {
  readonly video: HTMLVideoElement;
  readonly guard: Guard;
  readonly stream: Store<StreamState>;
  readonly recovery: Recovery;
  readonly nativeHls: boolean;
  readonly drm: DrmSystems | undefined;
  /** Seconds; 0 lets the engine choose. */
  readonly startTime: number;
  /** Pixels; taller renditions are left alone, unless there is no other. */
  readonly maxHeight: number;
  /** What the head start chose. */
  readonly first: Promise<FirstChoice | undefined> | undefined;
  /** A Media Source that the video has already. */
  readonly opened: MediaSource | undefined;
  fail(error: PlayerError): void;
}

/** An engine that has taken over. */
export interface Playing {
  readonly engine: Engine;
  readonly name: EngineType['name'];
  readonly source: Source;
}

/**
 * Takes one source from its address to an engine that plays it, under the signal of `recovery`.
 * @throws PlayerError for what went wrong on the way; later errors go to `fail`
 */
export async function playSource(input: SourceInput, context: PlayContext): Promise<Playing> {
  const { guard, recovery, nativeHls, first } = context;
  const { signal } = recovery;
  const declared = toSource(input, guard.base);
  if (declared.type) engineFor({ ...declared, type: declared.type }, { nativeHls });
  const manifest = declared.type === 'file' ? undefined : await fetchManifest(guard, declared, recovery);
  const found = manifest ? identify(manifest) : 'file';
  checkType(declared.type, found, declared.url);
  const source: Source = { ...declared, type: found };
  const type = engineFor(source, { nativeHls });
  const chosen = await first;
  // Behind it: what the head start asks for when the code has come leaves before the engine takes the thread.
  const code = await type.load().catch(notLoaded);
  signal.throwIfAborted();
  const patient = new PatientGuard(guard, recovery, type.name === 'dash.js' ? manifest : undefined);
  const engine = await code.start({ ...context, signal, source, guard: patient, manifest, first: chosen });
  signal.throwIfAborted();
  return { engine, name: type.name, source };
}
