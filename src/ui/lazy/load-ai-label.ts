import type { AiLabel } from '../ai-label/ai-label.js';

/** Loads the AI label and adds it to a player; resolves to null when its code cannot be loaded, which the browser reports in the console. */
export const loadAiLabel = (host: ConstructorParameters<typeof AiLabel>[0]): Promise<AiLabel | null> =>
  import('../ai-label/ai-label.js').then(
    (code) => new code.AiLabel(host),
    () => null
  );
