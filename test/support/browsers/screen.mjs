import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { findProgram } from './find-program.mjs';

/** A virtual screen for WebKitGTK, which needs one to draw: its name, and a function that ends it with every program that uses it. */
export async function openScreen() {
  const server = spawn(findProgram('Xvfb'), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  });
  const output = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  for await (const line of createInterface({ input: output })) return { display: `:${line.trim()}`, end: () => server.kill() };
  throw new Error('Xvfb did not start.');
}
