import { findProgram, miniBrowsers } from '../test/support/browsers/find-program.mjs';
import { installDebian } from './debian.mjs';

/** The programs that the tests in other browsers need, with the package that contains each. */
const programsByPackage = { 'firefox-esr': ['firefox-esr', 'firefox'], 'webkit2gtk-driver': ['WebKitWebDriver'], xvfb: ['Xvfb'] };

const missingPackages = () =>
  Object.entries({ ...programsByPackage, 'libwebkit2gtk-4.1-0': miniBrowsers })
    .filter(([, programs]) => {
      try {
        return !findProgram(...programs);
      } catch {
        return true;
      }
    })
    .map(([name]) => name);

/** Installs the Firefox and the WebKit that the tests need, if they are missing. @throws Error with a one-line message */
export function ensureBrowsers() {
  const packages = missingPackages();
  if (packages.length === 0) return;
  // GStreamer decodes videos and a virtual screen shows them; audio needs a sink that discards it.
  const codecs = ['gstreamer1.0-libav', 'gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad'];
  try {
    installDebian(...packages, ...codecs);
  } catch (error) {
    throw new Error(`The tests of other browsers need ${packages.join(', ')}: ${error.message}`);
  }
}
