import type { EngineType } from './engine.js';
import { engineFor } from './engines/index.js';
import { toSource, type SourceInput, type SourceType } from './source.js';

/** What a source will be played by, as far as its address or its type tells. */
export interface Expected {
  readonly url: URL;
  readonly type: SourceType;
  readonly engine: EngineType;
}

/** Brings the code of the engine that will play this. It never throws: whoever plays meets the same fault, and has words for it. */
export function warmEngine(input: SourceInput, base: URL, nativeHls: boolean): Expected | undefined {
  try {
    const { url, type, mimeType } = toSource(input, base);
    if (!type) return undefined;
    const engine = engineFor({ url, type, mimeType }, { nativeHls });
    engine.load().catch(() => undefined);
    return { url, type, engine };
  } catch {
    return undefined;
  }
}
