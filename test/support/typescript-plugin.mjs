import { existsSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';

const tsconfigRaw = readFileSync(new URL('../../tsconfig.json', import.meta.url), 'utf8');

/**
 * Returns a plugin of @web/dev-server that serves each TypeScript file as the JavaScript module to which esbuild compiles it, and resolves
 * an import of a `.js` file to its TypeScript file.
 */
export function typescriptModules() {
  let root = '';
  const isTypeScript = (/** @type {{ path: string }} */ { path }) => path.endsWith('.ts');
  return {
    name: 'typescript-modules',
    serverStart(/** @type {{ config: { rootDir: string } }} */ { config }) {
      root = config.rootDir;
    },
    resolveMimeType: (/** @type {{ path: string }} */ context) => (isTypeScript(context) ? 'js' : undefined),
    resolveImport(/** @type {{ source: string, context: { path: string } }} */ { source, context }) {
      if (!isTypeScript(context) || !/^\..*\.js$/.test(source)) return undefined;
      const { pathname } = new URL(source, `http://localhost${context.path}`);
      const file = root + decodeURIComponent(pathname);
      return !existsSync(file) && existsSync(file.replace(/\.js$/, '.ts')) ? source.replace(/\.js$/, '.ts') : undefined;
    },
    async transform(/** @type {{ path: string, body: unknown }} */ context) {
      if (!isTypeScript(context)) return undefined;
      const { code } = await transform(String(context.body), {
        loader: 'ts',
        target: 'es2022',
        sourcemap: 'inline',
        sourcefile: context.path,
        tsconfigRaw
      });
      return { body: code, transformCache: true };
    }
  };
}
