import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../.ci/run-checks.mjs';
import { runAndLog } from '../../../.ci/run-and-log.mjs';

const logs = mkdtempSync(join(tmpdir(), 'jet-player-checks-'));
afterAll(() => rmSync(logs, { recursive: true, force: true }));

const passing = { what: 'nothing', command: 'node --eval 0', advice: 'Do nothing' };
const failing = { what: 'the number', command: 'node --eval console.log(42);process.exit(3)', advice: 'Correct the number' };

describe('runChecks()', () => {
  it('resolves to one line that says what failed, where its log is and what to do', async () => {
    const message = await runChecks({ passing, failing }, { logs });
    expect(message).toBe(
      `checking the number failed (log: ${logs}/failing.log). Correct the number, and run \`npm run check -- failing\` again.`
    );
    expect(readFileSync(`${logs}/failing.log`, 'utf8')).toBe('42\n');
  });

  it('ends at the first check that fails', async () => {
    const commands: string[] = [];
    const run: typeof runAndLog = (command) => Promise.resolve(commands.push(command) === 1 ? 1 : 0);
    await runChecks({ failing, passing }, { logs, run });
    expect(commands).toEqual([failing.command]);
  });

  it('resolves to nothing when every check passes', async () => {
    expect(await runChecks({ passing }, { logs })).toBeUndefined();
  });
});
