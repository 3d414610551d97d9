import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
const options = ['--watch', '--preserveWatchOutput', '--pretty', 'false', '--noCheck', 'false'];

/**
 * Checks the types of `src/` whenever it changes, in a separate process, so that no reload waits for it.
 * @param {(fault: string) => void} onResult receives the errors as text; empty if there are none
 */
export function watchTypes(onResult) {
  const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.types.json', '--noEmit', '--emitDeclarationOnly', 'false', ...options]);
  process.on('exit', () => child.kill());
  let faults = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/error TS\d+: /.test(line)) faults.push(line);
    if (!/Found \d+ errors?\./.test(line)) return;
    onResult(faults.join('\n'));
    faults = [];
  });
}
