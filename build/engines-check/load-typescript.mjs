import { build } from 'esbuild';

/** Imports a TypeScript module that imports no package. @param {string} file */
export async function loadTypeScript(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, write: false, format: 'esm', logLevel: 'error' });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
