import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Driver, Tab } from '../../support/browsers/driver.mjs';
import { createWorld, type Answer, type World } from '../../support/world.js';
import { browser } from './browser.js';
import { filesOverHttp, withHttpUrls } from './over-http.js';

/** The test server and the browser for a file of checks. */
export interface CheckSetup {
  readonly world: World;
  /** Sets the answers of the test server, at URLs that this browser can reach. */
  stage(files: Readonly<Record<string, Answer>>): void;
  /** Opens a page, which is closed after the check. */
  open(url: string): Promise<Tab>;
  /** Returns a URL as this browser can reach it: over HTTP if it does not accept the test certificate. */
  reachableUrl(url: string): string;
  /** Adds origins that must not be contacted to the count that `npm run test:browsers` shows. */
  countThirdParties(origins: readonly string[]): void;
}

/** Starts one test server and one browser for all checks of a file. */
export function setUpChecks(): CheckSetup {
  const contactedOrigins: string[] = [];
  const reachableUrl = browser.acceptsTestCertificate ? (url: string) => url : withHttpUrls;
  let world!: World;
  let driver!: Driver;
  let tab: Tab | undefined;
  beforeAll(async () => {
    world = await createWorld();
    driver = await browser.launch({ proxy: world.port });
    console.log(driver.version);
  });
  afterEach(async ({ task }) => {
    // When a retry passes, the runner does not print why the attempt before it failed.
    for (const { message } of task.result?.errors ?? []) console.warn(`This attempt failed: ${message}`);
    await tab?.close();
    tab = undefined;
  });
  afterAll(async () => {
    console.log(`third-party hits: ${contactedOrigins.length}`);
    await driver.close();
    await world.close();
  });
  return {
    get world() {
      return world;
    },
    stage: (files) => world.stage(browser.acceptsTestCertificate ? files : filesOverHttp(files)),
    async open(url) {
      tab = await driver.open();
      await tab.goto(reachableUrl(url));
      return tab;
    },
    reachableUrl,
    countThirdParties: (origins) => void contactedOrigins.push(...origins)
  };
}
