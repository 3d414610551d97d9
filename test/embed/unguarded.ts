import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { seal } from '../../rollup.seal.mjs';

/** What makes the guard a guard, and what stands there instead. */
const cuts: readonly (readonly [guarded: string, unguarded: string])[] = [
  ["if (verdict === 'allow') return resolved;", "if (verdict !== 'never') return resolved;"],
  ["redirect: this.#options.redirects?.() ?? 'error'", "redirect: 'follow'"]
];

const cut: Plugin = {
  name: 'unguarded',
  transform(code, id) {
    if (!id.endsWith('/src/media/guard.ts')) return null;
    return cuts.reduce((text, [guarded, unguarded]) => {
      if (!text.includes(guarded)) throw new Error(`The guard has changed: ${guarded} is not in it any more.`);
      return text.replace(guarded, unguarded);
    }, code);
  }
};

/** Builds the embed's script with a guard that lets everything pass and follows every redirect, so that what is stopped is stopped by the browser. */
export async function buildUnguarded(): Promise<Uint8Array> {
  const browser = nodeResolve({ browser: true, exportConditions: ['browser', 'production'] });
  const bundle = await rollup({
    input: 'src/embed/page.ts',
    plugins: [cut, browser, seal(), esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
    onLog: () => undefined
  });
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
  await bundle.close();
  return Buffer.from(output[0].code);
}
