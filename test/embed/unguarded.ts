import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { insertSealedEngines } from '../../build/engines.mjs';

/** The checks of the guard, each with the code that replaces it in the build without a guard. */
export const replacements: readonly (readonly [guarded: string, unguarded: string])[] = [
  ["if (judgement.verdict === 'allow') return resolved;", "if (String(judgement.verdict) !== 'never') return resolved;"],
  ["redirect: init.redirect === 'manual' ? 'manual' : this.redirects", "redirect: 'follow'"]
];

const removeGuard: Plugin = {
  name: 'unguarded',
  transform(code, id) {
    if (!id.endsWith('/src/media/network/guard.ts')) return null;
    return replacements.reduce((text, [guarded, unguarded]) => {
      if (!text.includes(guarded)) throw new Error(`The guard has changed: it no longer contains ${guarded}.`);
      return text.replace(guarded, unguarded);
    }, code);
  }
};

/**
 * Builds the embed's script with a guard that allows everything and follows every redirect, so that only the browser can block a request.
 */
export async function buildUnguarded(): Promise<Uint8Array> {
  const browser = nodeResolve({ browser: true, exportConditions: ['browser', 'production'] });
  const bundle = await rollup({
    input: 'src/embed/page.ts',
    plugins: [removeGuard, browser, insertSealedEngines(), esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
    onLog: () => undefined
  });
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
  await bundle.close();
  return Buffer.from(output[0].code);
}
