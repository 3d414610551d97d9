import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/**
 * Compares the built files with `size-budget.json`. It measures only what `npm run build` has written: if `dist/` is missing, or contains
 * files that were built in another way, it says so and checks nothing.
 */
const budget = JSON.parse(readFileSync(new URL('size-budget.json', import.meta.url), 'utf8'));
const dist = new URL('../dist/', import.meta.url);

if (!existsSync(new URL('integrity.json', dist))) {
  console.log('size budget: not checked, there is no dist/; run `npm run build` first.');
  process.exit();
}
const { files } = JSON.parse(readFileSync(new URL('integrity.json', dist), 'utf8'));
const read = (path) => (existsSync(new URL(path, dist)) ? readFileSync(new URL(path, dist)) : Buffer.alloc(0));
const isAsBuilt = (path) => files[path] === `sha384-${createHash('sha384').update(read(path)).digest('base64')}`;

const measured = Object.entries(budget)
  .filter(([name]) => name !== '$comment')
  .map(([name, most]) => {
    // Two builds may have a chunk of this name; the budget is that of the larger one.
    const paths = Object.keys(files).filter((file) => file === name || (name.endsWith('-') && file.startsWith(name)));
    const asBuilt = paths.length > 0 && paths.every(isAsBuilt);
    return { name, most, bytes: asBuilt ? Math.max(...paths.map((path) => brotliCompressSync(read(path)).byteLength)) : undefined };
  });
const stale = measured.filter(({ bytes }) => bytes === undefined);
if (stale.length > 0) {
  console.log(`size budget: not checked, dist/ is not what \`npm run build\` made (${stale.map(({ name }) => name).join(', ')}).`);
  process.exit();
}
const over = measured.filter(({ bytes, most }) => bytes > most);
for (const { name, bytes, most } of measured)
  console.log(`size budget: ${name} ${bytes} of ${most} bytes${bytes > most ? ', TOO LARGE' : ''}`);
if (over.length > 0) process.exit(1);
