import type * as Media from '../../src/media/index.js';

// The tests use the published files: the built module and its sealed engines.
const address = '/dist/media.js';

/** Loads the built headless player. */
export const loadMediaModule = async (): Promise<typeof Media> => (await import(address)) as typeof Media;
