import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { findProgram, miniBrowsers } from './find-program.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */

/** A screen that nobody sees, for WebKitGTK draws on no other. Resolves to its name and to what ends it. */
async function screen() {
  const server = spawn(findProgram('Xvfb'), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  });
  const output = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  for await (const line of createInterface({ input: output })) return { display: `:${line.trim()}`, end: () => server.kill() };
  throw new Error('Xvfb did not start.');
}

/** The system's own WebKitGTK, over W3C WebDriver. @param {{ proxy?: number }} [options] @returns {Promise<Driver>} */
export async function launchWebKit({ proxy } = {}) {
  const { display, end } = await screen();
  const port = 20_000 + (process.pid % 20_000);
  const driver = spawn(findProgram('WebKitWebDriver'), [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      NO_AT_BRIDGE: '1',
      GST_PLUGIN_FEATURE_RANK: 'fakeaudiosink:MAX'
    }
  });

  /** @param {string} path @param {'GET' | 'POST' | 'DELETE'} [method] @param {object} [body] */
  async function ask(path, method = 'GET', body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  /** The driver listens a moment after it was started. */
  async function session() {
    const host = proxy && `127.0.0.1:${proxy}`;
    const alwaysMatch = {
      acceptInsecureCerts: true,
      ...(host && { proxy: { proxyType: 'manual', httpProxy: host, sslProxy: host, noProxy: ['localhost', '127.0.0.1'] } }),
      'webkitgtk:browserOptions': {
        binary: findProgram(...miniBrowsers),
        args: ['--automation', '--ignore-tls-errors', '--autoplay-policy=allow']
      }
    };
    for (let tries = 0; ; tries++) {
      try {
        return await ask('/session', 'POST', { capabilities: { alwaysMatch } });
      } catch (error) {
        if (tries > 100 || !/fetch failed/.test(String(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  const { sessionId, capabilities } = await session();
  const at = `/session/${sessionId}`;
  // The window it starts with stays open: the last one to go would take the browser with it.
  const home = await ask(`${at}/window`);
  await ask(`${at}/timeouts`, 'POST', { script: 120_000, pageLoad: 120_000 });
  return {
    name: 'webkit',
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    async open() {
      await ask(`${at}/window`, 'POST', { handle: home });
      // A window and no tab, for a tab stays hidden, and a hidden page draws no frame.
      const { handle } = await ask(`${at}/window/new`, 'POST', { type: 'window' });
      const enter = () => ask(`${at}/window`, 'POST', { handle });
      await enter();
      /** @type {import('./driver.mjs').Evaluate} */
      const evaluate = async (run, ...given) => {
        const script = `const given = [...arguments], done = given.pop();
          new Promise((resolve) => resolve((${run})(...given))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const { value, error } = await ask(`${at}/execute/async`, 'POST', { script, args: given });
        if (error) throw new Error(error);
        return value;
      };
      return {
        goto: async (url) => void (await enter().then(() => ask(`${at}/url`, 'POST', { url }))),
        evaluate: (run, ...given) => enter().then(() => evaluate(run, ...given)),
        async inFrame(run, ...given) {
          await enter();
          await ask(`${at}/frame`, 'POST', { id: 0 });
          try {
            return await evaluate(run, ...given);
          } finally {
            await ask(`${at}/frame`, 'POST', { id: null });
          }
        },
        async click(x, y) {
          await enter();
          const button = { button: 0 };
          const actions = [
            { type: 'pointerMove', x, y, duration: 0 },
            { type: 'pointerDown', ...button },
            { type: 'pointerUp', ...button }
          ];
          await ask(`${at}/actions`, 'POST', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
        },
        close: async () => void (await enter().then(() => ask(`${at}/window`, 'DELETE')))
      };
    },
    async close() {
      await ask(at, 'DELETE').catch(() => undefined);
      driver.kill();
      end();
    }
  };
}
