import { findProgram, miniBrowsers } from './find-program.mjs';
import { openScreen } from './screen.mjs';
import { startWebDriver } from './web-driver.mjs';

/** Maximum number of attempts to start the browser. */
const maxLaunches = 4;

/** Milliseconds within which a browser has to start. */
const launchTimeoutMs = 30_000;

/**
 * Returns capabilities that pass the proxy on the command line and not in the capability `proxy`. WebKitGTK would connect to a proxy that
 * is named in `sslProxy` over TLS, so a connection to a host over HTTPS would fail before the proxy receives the name of the host.
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
    screen.stop();
    throw error;
  });
  // The browser ends when its screen ends, regardless of its pages.
  const stop = () => {
    driver.stop();
    screen.stop();
  };
  try {
    const { sessionId, capabilities: actual } = await driver.sendCommand(
      '/session',
      'POST',
      { capabilities: capabilities(proxy) },
      launchTimeoutMs
    );
    /** @type {typeof driver.sendCommand} */
    const sendCommand = (path, ...options) => driver.sendCommand(`/session/${sessionId}${path}`, ...options);
    await sendCommand('/timeouts', 'POST', { script: 30_000, pageLoad: 50_000 });
    // The first window stays open, because the browser ends with its last window.
    return { sendCommand, stop, firstWindow: await sendCommand('/window'), version: `${actual.browserName} ${actual.browserVersion}` };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * Starts a WebKitGTK with its own driver and screen. The driver sometimes starts no browser; then both are started again, with a message.
 * @param {number | undefined} proxy @throws Error with the reason of the last failure, if every attempt fails
 */
export async function startSession(proxy) {
  for (let launchCount = 1; ; launchCount++) {
    try {
      return await start(proxy);
    } catch (error) {
      console.warn(`WebKit did not start (${launchCount} of ${maxLaunches}): ${error}`);
      if (launchCount === maxLaunches) throw error;
    }
  }
}
