/**
 * `npm run test:faults [-- --bare] [-- any option of Playwright]`: runs every scenario with HLS and DASH, with `--bare` also in hls.js and
 * dash.js without the player, and prints the table of outcomes.
 */
import { spawnSync } from 'node:child_process';

const options = process.argv.slice(2);
const testsBareEngines = options.includes('--bare');
const { status } = spawnSync('npx', ['playwright', 'test', '--project=faults', ...options.filter((option) => option !== '--bare')], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...(testsBareEngines && { FAULTS_BARE: '1' }) }
});
process.exitCode = status ?? 1;
