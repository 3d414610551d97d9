import { findProgram, miniBrowsers } from './find-program.mjs';
import { openScreen } from './screen.mjs';
import { startWebDriver } from './web-driver.mjs';

/** How often a browser is started, at most, before the launch fails. */
const tries = 4;

/** Milliseconds in which a browser has to start. */
const patience = 30_000;

/**
 * Passes the proxy on the command line instead of the `proxy` capability. WebKitGTK takes the capability's `sslProxy` for a proxy that is
 * itself reached over TLS: a connection to a host over HTTPS would then fail before the proxy sees its host.
 */
const capabilities = (/** @type {number | undefined} */ proxy) => ({
  alwaysMatch: {
    acceptInsecureCerts: true,
    'webkitgtk:browserOptions': {
      binary: findProgram(...miniBrowsers),
      args: [
        '--automation',
        '--ignore-tls-errors',
        '--autoplay-policy=allow',
        ...(proxy ? [`--proxy=http://127.0.0.1:${proxy}`, '--ignore-host=localhost', '--ignore-host=127.0.0.1'] : [])
      ]
    }
  }
});

/** @param {number | undefined} proxy */
async function start(proxy) {
  const screen = await openScreen();
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    NO_AT_BRIDGE: '1',
    GST_PLUGIN_FEATURE_RANK: 'fakeaudiosink:MAX'
  };
  const driver = await startWebDriver(findProgram('WebKitWebDriver'), env).catch((error) => {
    screen.end();
    throw error;
  });
  // The browser ends with its screen, regardless of its pages.
  const end = () => {
    driver.end();
    screen.end();
  };
  try {
    const { sessionId, capabilities: actual } = await driver.ask('/session', 'POST', { capabilities: capabilities(proxy) }, patience);
    /** @type {typeof driver.ask} */
    const ask = (path, ...how) => driver.ask(`/session/${sessionId}${path}`, ...how);
    await ask('/timeouts', 'POST', { script: 30_000, pageLoad: 50_000 });
    // The first window stays open, because the browser ends with its last window.
    return { ask, end, home: await ask('/window'), version: `${actual.browserName} ${actual.browserVersion}` };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * A WebKitGTK with its own driver and screen. Its driver sometimes starts no browser; it is then started again, with a message.
 * @param {number | undefined} proxy @throws Error with the reason of the last attempt, if all failed
 */
export async function startSession(proxy) {
  for (let again = 1; ; again++) {
    try {
      return await start(proxy);
    } catch (error) {
      console.warn(`WebKit did not start (${again} of ${tries}): ${error}`);
      if (again === tries) throw error;
    }
  }
}
