/**
 * `npm run test:faults [-- --bare] [-- any option of Playwright]`: every scenario, against HLS and DASH; with `--bare` against bare
 * hls.js and dash.js as well. Prints the table.
 */
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const bare = given.includes('--bare');
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '--config', 'playwright.faults.config.ts', ...given.filter((option) => option !== '--bare')],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...(bare && { FAULTS_BARE: '1' }) }
  }
);
process.exitCode = status ?? 1;
