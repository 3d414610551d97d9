import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { findProgram } from './find-program.mjs';

/**
 * Starts a virtual screen for WebKitGTK, which needs one to draw. Resolves to its name, and a function that ends it together with every
 * program that uses it.
 */
export async function openScreen() {
  const xvfb = spawn(findProgram('Xvfb'), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  });
  const output = /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]);
  for await (const line of createInterface({ input: output })) return { display: `:${line.trim()}`, stop: () => xvfb.kill() };
  throw new Error('Xvfb did not start.');
}
