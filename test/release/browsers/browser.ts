import { launchChromium } from '../../support/browsers/chromium.mjs';
import type { Driver } from '../../support/browsers/driver.mjs';
import { launchFirefox } from '../../support/browsers/firefox.mjs';
import { launchWebKit } from '../../support/browsers/webkit.mjs';
import { aboutHttps } from './over-http.js';

/** A browser as the suites use it. */
interface Browser {
  readonly name: Driver['name'];
  launch(options: { readonly proxy: number }): Promise<Driver>;
  /** It accepts the certificate of the test hosts. */
  readonly tls: boolean;
  /** It hangs now and then without a cause in the page. */
  readonly shaky: boolean;
  /** Cases that it cannot run, by their name, each with the reason. */
  readonly cannot: Readonly<Record<string, string | undefined>>;
}

const overHttp = Object.fromEntries(
  aboutHttps.map((name) => [name, 'it is about HTTPS, and this WebKit does not accept the test certificate'])
);

const noHlsOfItsOwn = {
  'a playlist named like a file, on an allowed host without CORS: the browser plays it': 'it does not play HLS natively'
};

const browsers: Readonly<Record<Browser['name'], Browser>> = {
  chromium: { name: 'chromium', launch: launchChromium, tls: true, shaky: false, cannot: {} },
  firefox: { name: 'firefox', launch: launchFirefox, tls: true, shaky: false, cannot: noHlsOfItsOwn },
  webkit: { name: 'webkit', launch: launchWebKit, tls: false, shaky: true, cannot: { ...overHttp, ...noHlsOfItsOwn } }
};

const wanted = process.env['JET_BROWSER'] ?? 'firefox';
if (!(wanted in browsers)) throw new Error(`JET_BROWSER is "${wanted}"; it has to be one of ${Object.keys(browsers).join(', ')}.`);

/** The browser that `JET_BROWSER` names. */
export const browser = browsers[wanted as Browser['name']];
