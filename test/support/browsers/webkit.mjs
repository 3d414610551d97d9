import { startSession } from './webkit-session.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('./driver.mjs').Tab} Tab */
/** @typedef {import('./driver.mjs').Evaluate} Evaluate */
/** @typedef {Awaited<ReturnType<typeof startSession>>} Session */

/** Milliseconds within which a window opens or closes; a browser that takes longer hangs. */
const windowTimeoutMs = 20_000;

/** Opens a window and not a tab, because a tab stays hidden, and a hidden page draws no frame. @param {Session} session */
async function newWindow({ sendCommand, firstWindow }) {
  await sendCommand('/window', 'POST', { handle: firstWindow }, windowTimeoutMs);
  const { handle } = await sendCommand('/window/new', 'POST', { type: 'window' }, windowTimeoutMs);
  const switchToWindow = () => sendCommand('/window', 'POST', { handle }, windowTimeoutMs);
  await switchToWindow();
  return { switchToWindow, close: () => switchToWindow().then(() => sendCommand('/window', 'DELETE', undefined, windowTimeoutMs)) };
}

/**
 * Launches the system's own WebKitGTK. After a crash, the next tab opens in a new browser.
 * @param {{ proxy?: number }} [options] @returns {Promise<Driver>}
 */
export async function launchWebKit({ proxy } = {}) {
  let session = await startSession(proxy);

  async function restartBrowser(/** @type {unknown} */ error) {
    console.warn(`WebKit crashed and is started again: ${error}`);
    session.stop();
    session = await startSession(proxy);
  }

  async function open() {
    const browserSession = session;
    const { switchToWindow, close } = await newWindow(browserSession);
    /** @type {Evaluate} */
    const evaluate = async (run, ...args) => {
      const script = `const args = [...arguments], done = args.pop();
        new Promise((resolve) => resolve((${run})(...args))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await browserSession.sendCommand('/execute/async', 'POST', { script, args });
      if (error) throw new Error(error);
      return value;
    };
    /** @type {Tab} */
    const tab = {
      goto: async (url) => void (await switchToWindow().then(() => browserSession.sendCommand('/url', 'POST', { url }))),
      evaluate: (run, ...args) => switchToWindow().then(() => evaluate(run, ...args)),
      async inFrame(run, ...args) {
        await switchToWindow();
        await browserSession.sendCommand('/frame', 'POST', { id: 0 });
        try {
          return await evaluate(run, ...args);
        } finally {
          await browserSession.sendCommand('/frame', 'POST', { id: null });
        }
      },
      async click(x, y) {
        await switchToWindow();
        const button = { button: 0 };
        const actions = [
          { type: 'pointerMove', x, y, duration: 0 },
          { type: 'pointerDown', ...button },
          { type: 'pointerUp', ...button }
        ];
        await browserSession.sendCommand('/actions', 'POST', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
      },
      // A crash fails the test in which it happens; the next test starts with a new browser.
      close: () => close().catch((error) => (browserSession === session ? restartBrowser(error) : undefined))
    };
    return tab;
  }

  return {
    name: 'webkit',
    version: session.version,
    open: () => open().catch((error) => restartBrowser(error).then(open)),
    async close() {
      await session.sendCommand('', 'DELETE', undefined, windowTimeoutMs).catch(() => undefined);
      session.stop();
    }
  };
}
