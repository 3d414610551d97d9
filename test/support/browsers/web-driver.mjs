import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds after which a command without a response means that the browser hangs; loading a page may take most of them. */
const patience = 60_000;

/** An unused port. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * A driver process that speaks W3C WebDriver (https://www.w3.org/TR/webdriver2/), as soon as it reports that it is ready.
 * @param {string} program @param {NodeJS.ProcessEnv} env
 * @throws Error when the process ends instead
 */
export async function startWebDriver(program, env) {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], { stdio: 'ignore', env });

  /**
   * Sends a command, and resolves to its value.
   * @param {string} path @param {'GET' | 'POST' | 'DELETE'} [method] @param {object} [body] @param {number} [limit] milliseconds
   * @throws Error with the driver's message, or when there is no response
   */
  async function ask(path, method = 'GET', body, limit = patience) {
    const signal = AbortSignal.timeout(limit);
    const request = { method, signal, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, request).catch((cause) => {
      throw new Error(`The browser does not answer to ${method} ${path}.`, { cause });
    });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  const ready = () =>
    ask('/status').then(
      (status) => status.ready === true,
      () => false
    );
  while (!(await ready())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${program} ended before it listened.`);
    await pause(50);
  }
  return { ask, end: () => child.kill('SIGKILL') };
}
