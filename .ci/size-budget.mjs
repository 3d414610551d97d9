import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/**
 * Compares the built files with `size-budget.json`. Before the first build, it prints that and checks nothing. It fails if a file is too
 * large, or if a budget has no file that `npm run build` has written.
 */
const budget = JSON.parse(readFileSync(new URL('size-budget.json', import.meta.url), 'utf8'));
const dist = new URL('../dist/', import.meta.url);

if (!existsSync(new URL('integrity.json', dist))) {
  console.log('size budget: not checked, because dist/ is missing; run `npm run build` first.');
  process.exit();
}
const { files } = JSON.parse(readFileSync(new URL('integrity.json', dist), 'utf8'));
const read = (path) => (existsSync(new URL(path, dist)) ? readFileSync(new URL(path, dist)) : Buffer.alloc(0));
const isAsBuilt = (path) => files[path] === `sha384-${createHash('sha384').update(read(path)).digest('base64')}`;

const measurements = Object.entries(budget)
  .filter(([name]) => name !== '$comment')
  .map(([name, maxBytes]) => {
    // Two builds may have a chunk of this name; the budget is that of the larger one.
    const paths = Object.keys(files).filter((file) => file === name || (name.endsWith('-') && file.startsWith(name)));
    const asBuilt = paths.length > 0 && paths.every(isAsBuilt);
    return { name, maxBytes, bytes: asBuilt ? Math.max(...paths.map((path) => brotliCompressSync(read(path)).byteLength)) : undefined };
  });
const unmeasured = measurements.filter(({ bytes }) => bytes === undefined);
if (unmeasured.length > 0) {
  console.log(
    `size budget: dist/ has no file, or not the built one, for ${unmeasured.map(({ name }) => name).join(', ')}. Run \`npm run build\`; if the file has another name now, correct .ci/size-budget.json.`
  );
  process.exit(1);
}
const tooLarge = measurements.filter(({ bytes, maxBytes }) => bytes > maxBytes);
for (const { name, bytes, maxBytes } of measurements)
  console.log(`size budget: ${name} ${bytes} of ${maxBytes} bytes${bytes > maxBytes ? ', TOO LARGE' : ''}`);
if (tooLarge.length > 0) process.exit(1);
