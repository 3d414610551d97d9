/** `npm run test:wordpress`: the plugin in Debian's WordPress. As a step of `npm run test:all` it says what is missing instead of failing. */
import { spawnSync } from 'node:child_process';
import { missingParts } from './parts.mjs';

const missing = missingParts();
if (missing.length > 0) {
  console.log(
    `Left out: the WordPress plugin, because ${missing.join(', ')} is missing; as root on Debian, "node .ci/prepare.mjs wordpress" installs it.`
  );
} else process.exitCode = spawnSync('npx', ['playwright', 'test', '--project=wordpress'], { stdio: 'inherit' }).status ?? 1;
