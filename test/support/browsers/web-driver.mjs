import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** After this time without a response to a command, the browser hangs. Loading a page may take almost as long. */
const commandTimeoutMs = 60_000;

/** Resolves to an unused port. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a driver process that implements W3C WebDriver (https://www.w3.org/TR/webdriver2/), and resolves when it reports that it is ready.
 * @param {string} program @param {NodeJS.ProcessEnv} env
 * @throws Error if the process ends before that
 */
export async function startWebDriver(program, env) {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], { stdio: 'ignore', env });

  /**
   * Sends a command, and resolves to its value.
   * @param {string} path @param {'GET' | 'POST' | 'DELETE'} [method] @param {object} [body] @param {number} [timeoutMs] milliseconds
   * @throws Error with the driver's message, or when there is no response
   */
  async function sendCommand(path, method = 'GET', body, timeoutMs = commandTimeoutMs) {
    const signal = AbortSignal.timeout(timeoutMs);
    const request = { method, signal, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, request).catch((cause) => {
      throw new Error(`The browser does not answer to ${method} ${path}.`, { cause });
    });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  const isReady = () =>
    sendCommand('/status').then(
      (status) => status.ready === true,
      () => false
    );
  while (!(await isReady())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${program} ended before it listened.`);
    await pause(50);
  }
  return { sendCommand, stop: () => child.kill('SIGKILL') };
}
