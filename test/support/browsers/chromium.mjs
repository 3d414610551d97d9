import puppeteer from 'puppeteer-core';
import { findChromium } from '../../../.ci/chromium.mjs';
import { browserArgs } from '../browser-args.mjs';
import { createPuppeteerDriver } from './puppeteer-driver.mjs';

/** Launches the system's own Chromium, which reaches other hosts only through the port `proxy`. @param {{ proxy?: number }} [options] */
export async function launchChromium({ proxy } = {}) {
  const hosts = `--host-resolver-rules=MAP * 127.0.0.1:${proxy}, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
  const executablePath = await findChromium();
  const args = [...browserArgs, '--ignore-certificate-errors', ...(proxy ? [hosts] : [])];
  return createPuppeteerDriver('chromium', await puppeteer.launch({ executablePath, args, headless: true, acceptInsecureCerts: true }));
}
