/** Loaded into a process with `--import`: reports on standard error that it connects to a host or looks up its name, and prevents both. */
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const report = (/** @type {string} */ what) => {
  process.stderr.write(`network: ${what}\n`);
  throw new Error(`network: ${what}`);
};

net.Socket.prototype.connect = () => report('connect');
for (const object of [dns, dns.promises]) object.lookup = () => report('lookup');
syncBuiltinESMExports();
