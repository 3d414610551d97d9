import { createRequire } from 'node:module';

/** The compiler. An `import` of a CommonJS module searches it for names first, which takes a third of a second for this one. */
const compiler = /** @type {typeof import('typescript')} */ (createRequire(import.meta.url)('typescript'));

export default compiler;
