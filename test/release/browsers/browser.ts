import { launchChromium } from '../../support/browsers/chromium.mjs';
import type { Driver } from '../../support/browsers/driver.mjs';
import { launchFirefox } from '../../support/browsers/firefox.mjs';
import { launchWebKit } from '../../support/browsers/webkit.mjs';
import { httpsCases, nativeHlsCases } from './over-http.js';

/** A browser as the suites use it. */
interface Browser {
  readonly name: Driver['name'];
  launch(options: { readonly proxy: number }): Promise<Driver>;
  /** Whether the browser accepts the certificate of the test hosts. */
  readonly acceptsTestCertificate: boolean;
  /** Whether the browser sometimes hangs without a cause in the page. */
  readonly isUnstable: boolean;
  /** The reasons why the browser cannot run some cases, by the name of the case. */
  readonly unsupportedCases: Readonly<Record<string, string | undefined>>;
}

const unsupported = (names: readonly string[], reason: string) => Object.fromEntries(names.map((name) => [name, reason]));
const withoutHttps = unsupported(httpsCases, 'the case needs HTTPS, and this WebKit does not accept the test certificate');
const withoutNativeHls = unsupported(nativeHlsCases, 'this browser does not play HLS natively');

const browsers: Readonly<Record<Browser['name'], Browser>> = {
  chromium: { name: 'chromium', launch: launchChromium, acceptsTestCertificate: true, isUnstable: false, unsupportedCases: {} },
  firefox: { name: 'firefox', launch: launchFirefox, acceptsTestCertificate: true, isUnstable: false, unsupportedCases: withoutNativeHls },
  webkit: {
    name: 'webkit',
    launch: launchWebKit,
    acceptsTestCertificate: false,
    isUnstable: true,
    unsupportedCases: { ...withoutHttps, ...withoutNativeHls }
  }
};

const requestedName = process.env['JET_BROWSER'] ?? 'firefox';
if (!(requestedName in browsers))
  throw new Error(`JET_BROWSER is "${requestedName}"; it has to be one of ${Object.keys(browsers).join(', ')}.`);

/** The browser that `JET_BROWSER` names. */
export const browser = browsers[requestedName as Browser['name']];
