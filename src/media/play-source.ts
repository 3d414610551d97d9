import type { Store } from '../lib/store.js';
import type { DrmSystems } from './drm.js';
import type { Engine, EngineType, StreamState } from './engine.js';
import { engineTypes } from './engines/index.js';
import { PlayerError } from './error.js';
import type { Guard } from './guard.js';
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
  fail(error: PlayerError): void;
}

/** An engine that has taken over. */
export interface Playing {
  readonly engine: Engine;
  readonly name: EngineType['name'];
  readonly source: Source;
}

function engineFor(source: Source, nativeHls: boolean): EngineType {
  const type = engineTypes.find((candidate) => candidate.canPlay(source, { nativeHls }));
  if (type) return type;
  throw new PlayerError('source/unsupported', 'This browser cannot play this kind of video.');
}

/**
 * Takes one source from its address to an engine that plays it, under the signal of `recovery`.
 * @throws PlayerError for what went wrong on the way; later errors go to `fail`
 */
export async function playSource(input: SourceInput, context: PlayContext): Promise<Playing> {
  const { video, guard, stream, recovery, nativeHls, drm, startTime, maxHeight, fail } = context;
  const { signal } = recovery;
  const declared = toSource(input, guard.base);
  const expected = declared.type && engineFor({ ...declared, type: declared.type }, nativeHls);
  // The engine's code and the manifest come at the same time; a failed import is met below, where it is awaited.
  const code = expected?.load();
  code?.catch(() => undefined);
  const manifest = declared.type === 'file' ? undefined : await fetchManifest(guard, declared, recovery);
  const found = manifest ? identify(manifest) : 'file';
  checkType(declared.type, found, declared.url);
  const source: Source = { ...declared, type: found };
  const type = engineFor(source, nativeHls);
  await type.load().catch((cause: unknown) => {
    throw new PlayerError('engine/load-failed', 'A part of the player could not be loaded.', { cause });
  });
  signal.throwIfAborted();
  const patient = new PatientGuard(guard, recovery, type.name === 'dash.js' ? manifest : undefined);
  const engine = await type.start({ video, source, guard: patient, recovery, stream, signal, manifest, drm, startTime, maxHeight, fail });
  signal.throwIfAborted();
  return { engine, name: type.name, source };
}
