import { findProgram, miniBrowsers } from './find-program.mjs';
import { openScreen } from './screen.mjs';
import { startWebDriver } from './web-driver.mjs';

/** How often a browser is started, at most, before it is given up. */
const tries = 4;

/** Milliseconds in which a browser has to be there. */
const patience = 30_000;

/**
 * The proxy is told to the browser and not by the capability of that name, whose `sslProxy` WebKitGTK takes for one that is itself
 * reached over TLS: a connection to a host over HTTPS would then fail on the way, and nobody would see whom it was meant for.
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
  // Without its screen the browser ends, whatever its pages are at.
  const end = () => {
    driver.end();
    screen.end();
  };
  try {
    const { sessionId, capabilities: told } = await driver.ask('/session', 'POST', { capabilities: capabilities(proxy) }, patience);
    /** @type {typeof driver.ask} */
    const ask = (path, ...how) => driver.ask(`/session/${sessionId}${path}`, ...how);
    await ask('/timeouts', 'POST', { script: 30_000, pageLoad: 50_000 });
    // The window it starts with stays open: the last one to go would take the browser with it.
    return { ask, end, home: await ask('/window'), version: `${told.browserName} ${told.browserVersion}` };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * A WebKitGTK with a driver and a screen of its own. Its driver sometimes starts no browser, so another one is tried, and said.
 * @param {number | undefined} proxy @throws Error with the reason of the last one, when none came
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
