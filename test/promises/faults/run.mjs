/**
 * `npm run test:faults [-- --bare] [-- any option of Playwright]`: runs every scenario with HLS and DASH, with `--bare` also with bare hls.js
 * and dash.js. Prints the table.
 */
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const bare = given.includes('--bare');
const { status } = spawnSync('npx', ['playwright', 'test', '--project=faults', ...given.filter((option) => option !== '--bare')], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...(bare && { FAULTS_BARE: '1' }) }
});
process.exitCode = status ?? 1;
