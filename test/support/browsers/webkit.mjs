import { startSession } from './webkit-session.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('./driver.mjs').Tab} Tab */
/** @typedef {import('./driver.mjs').Evaluate} Evaluate */
/** @typedef {Awaited<ReturnType<typeof startSession>>} Session */

/** Milliseconds in which a window opens or closes; a browser that takes longer hangs. */
const soon = 20_000;

/** Opens a window instead of a tab: a tab stays hidden, and a hidden page draws no frame. @param {Session} session */
async function newWindow({ ask, home }) {
  await ask('/window', 'POST', { handle: home }, soon);
  const { handle } = await ask('/window/new', 'POST', { type: 'window' }, soon);
  const enter = () => ask('/window', 'POST', { handle }, soon);
  await enter();
  return { enter, close: () => enter().then(() => ask('/window', 'DELETE', undefined, soon)) };
}

/**
 * The system's own WebKitGTK. After a crash the next tab opens in a new browser. @param {{ proxy?: number }} [options] @returns
 * {Promise<Driver>}
 */
export async function launchWebKit({ proxy } = {}) {
  let session = await startSession(proxy);

  async function replace(/** @type {unknown} */ error) {
    console.warn(`WebKit crashed and is started again: ${error}`);
    session.end();
    session = await startSession(proxy);
  }

  async function open() {
    const here = session;
    const { enter, close } = await newWindow(here);
    /** @type {Evaluate} */
    const evaluate = async (run, ...given) => {
      const script = `const given = [...arguments], done = given.pop();
        new Promise((resolve) => resolve((${run})(...given))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await here.ask('/execute/async', 'POST', { script, args: given });
      if (error) throw new Error(error);
      return value;
    };
    /** @type {Tab} */
    const tab = {
      goto: async (url) => void (await enter().then(() => here.ask('/url', 'POST', { url }))),
      evaluate: (run, ...given) => enter().then(() => evaluate(run, ...given)),
      async inFrame(run, ...given) {
        await enter();
        await here.ask('/frame', 'POST', { id: 0 });
        try {
          return await evaluate(run, ...given);
        } finally {
          await here.ask('/frame', 'POST', { id: null });
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
        await here.ask('/actions', 'POST', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
      },
      // A crash fails the test in which it happens; the next test starts with a new browser.
      close: () => close().catch((error) => (here === session ? replace(error) : undefined))
    };
    return tab;
  }

  return {
    name: 'webkit',
    version: session.version,
    open: () => open().catch((error) => replace(error).then(open)),
    async close() {
      await session.ask('', 'DELETE', undefined, soon).catch(() => undefined);
      session.end();
    }
  };
}
