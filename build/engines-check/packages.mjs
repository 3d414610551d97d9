/**
 * The packages of engines that can be checked: the engines that are sealed from each, and where its readable sources are, either as files or
 * inside source maps.
 * @type {Readonly<Record<string, { engines: readonly string[], folder?: string, sourceMaps?: readonly string[] }>>}
 */
export const enginePackages = {
  'hls.js': { engines: ['hls.js', 'eme.js'], folder: 'src' },
  dashjs: {
    engines: ['dash.js', 'protection.js', 'imsc.js'],
    sourceMaps: ['mediaplayer', 'protection'].map((name) => `dist/modern/esm/dash.${name}.min.js.map`)
  },
  mediabunny: { engines: ['mediabunny.js'], folder: 'dist/modules/src' }
};

/** Other names by which people call a package. @type {Readonly<Record<string, string>>} */
export const aliases = { 'dash.js': 'dashjs', hlsjs: 'hls.js' };
