import { sourceTypes } from './single-script.mjs';

/** The modules that play each kind of source, besides the entry, by the end of their ids. Their chunks load before the first frame. */
const startModules = {
  common: ['/src/media/session/playback-supervisor.ts', '/src/media/prefetch/prefetch.ts', '/src/media/prefetch/hls-prefetch.ts'],
  hls: ['/src/media/engines/hls/engine.ts', 'sealed:hls.js'],
  dash: ['/src/media/engines/dash/engine.ts', 'sealed:dash.js'],
  file: ['/src/media/engines/file/engine.ts', 'sealed:mediabunny.js']
};

/** Returns the file names of the chunks that a page with one kind of source loads before the first frame. @throws Error if one is missing */
function chunksFor(sourceType, chunks) {
  const names = [...startModules.common, ...startModules[sourceType]].map((end) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(end)));
    if (!chunk) throw new Error(`No chunk contains ${end}.`);
    return chunk.fileName;
  });
  const isEntry = (name) => chunks.find(({ fileName }) => fileName === name).isEntry;
  return [...new Set(names)].filter((name) => !isEntry(name));
}

/** Rollup plugin that writes `dist/preloads.json`, from which `jet-player snippet` writes the preloads of a page. */
export const preloads = () => ({
  name: 'preloads',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const files = Object.fromEntries(sourceTypes.map((type) => [type, chunksFor(type, chunks)]));
      this.emitFile({ type: 'asset', fileName: 'preloads.json', source: `${JSON.stringify(files, null, 2)}\n` });
    }
  }
});
