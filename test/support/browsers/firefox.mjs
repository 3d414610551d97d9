import puppeteer from 'puppeteer-core';
import { findProgram } from './find-program.mjs';
import { createPuppeteerDriver } from './puppeteer-driver.mjs';

/**
 * Returns preferences that allow autoplay, enable touch events, disable background requests, and send every request to another machine to
 * the port `proxy`.
 */
const preferencesFor = (/** @type {number | undefined} */ proxy) => ({
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.eme.enabled': true,
  'media.gmp-manager.updateEnabled': false,
  'app.normandy.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'dom.w3c_touch_events.enabled': 1,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  ...(proxy && {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy
  })
});

/** Launches the system's own Firefox, controlled over WebDriver BiDi. @param {{ proxy?: number }} [options] */
export async function launchFirefox({ proxy } = {}) {
  const executablePath = findProgram('firefox-esr', 'firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferencesFor(proxy)
  });
  return createPuppeteerDriver('firefox', browser);
}
