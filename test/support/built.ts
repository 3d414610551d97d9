import type * as Media from '../../src/media/index.js';

// What is tested is what ships: the built module, with the sealed engines beside it.
const address = '/dist/media.js';

/** The headless player as it is shipped. */
export const built = async (): Promise<typeof Media> => (await import(address)) as typeof Media;
