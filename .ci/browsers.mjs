import { findProgram, miniBrowsers } from '../test/support/browsers/find-program.mjs';
import { installDebian } from './debian.mjs';

/** The programs that the other browsers' tests need, with the package that brings each. */
const needed = { 'firefox-esr': ['firefox-esr', 'firefox'], 'webkit2gtk-driver': ['WebKitWebDriver'], xvfb: ['Xvfb'] };

const missing = () =>
  Object.entries({ ...needed, 'libwebkit2gtk-4.1-0': miniBrowsers })
    .filter(([, programs]) => {
      try {
        return !findProgram(...programs);
      } catch {
        return true;
      }
    })
    .map(([name]) => name);

/** Installs the Firefox and the WebKit of the tests, where they are not there. */
export function ensureBrowsers() {
  const packages = missing();
  if (packages.length === 0) return;
  // Films are decoded by GStreamer and drawn on a screen that nobody sees; the sound needs a sink that swallows it.
  const codecs = ['gstreamer1.0-libav', 'gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad'];
  try {
    installDebian(...packages, ...codecs);
  } catch (error) {
    throw new Error(`The tests of other browsers need ${packages.join(', ')}: ${error.message}`);
  }
}
