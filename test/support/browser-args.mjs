/**
 * Of two lists of features only the last one counts, so Playwright's own is here as well. What comes on top are pages of the browser's own
 * interface, some hundred requests that every new window would load just while the page under test starts.
 */
const withoutFeatures = [
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

/** Switches for every Chromium of the tests: it may play without a click, and keeps its own errands to itself. */
export const browserArgs = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${withoutFeatures.join()}`,
  '--no-first-run',
  '--disable-quic',
  // Chromium refuses its sandbox to root, as which containers run tests.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
