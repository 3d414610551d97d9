import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const modules = fileURLToPath(new URL('../../../build/engines-check/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'interruption-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A check that prints its temporary folder, and the process that its command started, and then waits for that command. */
const script = (keep: boolean) => `
  import { temporaryFolder } from '${modules}temporary-folder.mjs';
  import { runToLog } from '${modules}run.mjs';
  console.log('folder ' + temporaryFolder({ keep: ${keep} }) + ' ');
  const command = 'console.log(process.pid, ""); setInterval(() => {}, 1000)';
  await runToLog([process.execPath, '-e', command], { log: '${folder}/command.log' });`;

/** Waits until `find` finds something. */
async function found<Value>(find: () => Value | undefined): Promise<Value> {
  for (;;) {
    const value = find();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Interrupts a check while its command runs. */
async function interrupt(keep: boolean) {
  rmSync(join(folder, 'command.log'), { force: true });
  const check = spawn(process.execPath, ['--input-type=module', '-e', script(keep)]);
  let output = '';
  check.stdout.on('data', (text) => (output += String(text)));
  const copy = await found(() => /folder (\S+) /.exec(output)?.[1]);
  const log = join(folder, 'command.log');
  const command = await found(() => (existsSync(log) ? /^(\d+) /.exec(readFileSync(log, 'utf8'))?.[1] : undefined));
  const [existed, ran] = [existsSync(copy), isAlive(Number(command))];
  const ended = new Promise<number | null>((resolve) => check.on('close', resolve));
  check.kill('SIGTERM');
  const exitCode = await ended;
  await found(() => (isAlive(Number(command)) ? undefined : true));
  return { existed, ran, exitCode, copy, output };
}

describe.skipIf(process.platform === 'win32')('an interrupted check', () => {
  it('removes its copy, ends its command, and exits with 2', async () => {
    const { existed, ran, exitCode, copy } = await interrupt(false);
    expect({ existed, ran, exitCode, remains: existsSync(copy) }).toEqual({ existed: true, ran: true, exitCode: 2, remains: false });
  });

  it('keeps its copy with --keep, and says where it is', async () => {
    const { copy, output } = await interrupt(true);
    expect(existsSync(copy)).toBe(true);
    expect(output).toContain(`kept in ${copy}`);
    rmSync(copy, { recursive: true });
  });
});
