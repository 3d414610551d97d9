import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Driver, Tab } from '../../support/browsers/driver.mjs';
import { createWorld, type Answer, type World } from '../../support/world.js';
import { browser } from './browser.js';
import { filesOverHttp, plain } from './over-http.js';

/** The test server and the browser for a file of checks. */
export interface Setting {
  readonly world: World;
  /** Sets the answers of the test server, at URLs that this browser can reach. */
  stage(files: Readonly<Record<string, Answer>>): void;
  /** Opens a page; it is closed after the check. */
  open(address: string): Promise<Tab>;
  /** A URL as this browser can reach it: over HTTP if it does not accept the test certificate. */
  at(address: string): string;
  /** Adds origins that should not have been contacted to the count that `npm run test:browsers` shows. */
  count(thirdParties: readonly string[]): void;
}

/** One test server and one browser for all checks of a file. */
export function setting(): Setting {
  const contacted: string[] = [];
  const at = browser.tls ? (address: string) => address : plain;
  let world!: World;
  let driver!: Driver;
  let tab: Tab | undefined;
  beforeAll(async () => {
    world = await createWorld();
    driver = await browser.launch({ proxy: world.port });
    console.log(driver.version);
  });
  afterEach(async ({ task }) => {
    // The runner does not print why an attempt failed when a retry passes.
    for (const { message } of task.result?.errors ?? []) console.warn(`This attempt failed: ${message}`);
    await tab?.close();
    tab = undefined;
  });
  afterAll(async () => {
    console.log(`third-party hits: ${contacted.length}`);
    await driver.close();
    await world.close();
  });
  return {
    get world() {
      return world;
    },
    stage: (files) => world.stage(browser.tls ? files : filesOverHttp(files)),
    async open(address) {
      tab = await driver.open();
      await tab.goto(at(address));
      return tab;
    },
    at,
    count: (thirdParties) => void contacted.push(...thirdParties)
  };
}
