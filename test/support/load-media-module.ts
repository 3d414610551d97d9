import type * as Media from '../../src/media/index.js';

// The tests use the files that are published: the built module and its sealed engines.
const moduleUrl = '/dist/media.js';

/** Loads the module of the built headless player. */
export const loadMediaModule = async (): Promise<typeof Media> => (await import(moduleUrl)) as typeof Media;
