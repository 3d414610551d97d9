/**
 * The disabled features. Chromium uses only the last list of them on its command line, so Playwright's own list is included. The additions
 * are pages of the browser's own interface, which every new window would load with some hundred requests while the page under test starts.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'PreloadTopChromeWebUI'
];

/** Switches for every Chromium of the tests: it may play without a click, and makes no background requests. */
export const browserArgs = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabledFeatures.join()}`,
  '--no-first-run',
  '--disable-quic',
  // Chromium does not start its sandbox as root, and the tests run as root in some containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
