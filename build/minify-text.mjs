import { ecmaScriptGlobals } from './ecmascript-globals.mjs';

/** No variable gets a global name of the language, because sealed engines, which are inserted into minified code, use these names. */
const mangle = { reserved: [...ecmaScriptGlobals] };

/**
 * Returns the minified text of a module.
 * @param {string} code
 * @param {{ comments: 'some' | false }} options `some` keeps licences: comments that begin with `!` or contain `@license`
 */
export async function minifyText(code, { comments }) {
  const { minify } = await import('@swc/core');
  const options = { module: true, compress: { ecma: 2022, passes: 2 }, mangle, format: { comments, ecma: 2022 } };
  return (await minify(code, options)).code;
}
