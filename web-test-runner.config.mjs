import { once } from 'node:events';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findChromium } from './.ci/chromium.mjs';
import { createDemoServer } from './demo/server.mjs';
import { browserArgs } from './test/support/browser-args.mjs';
import { launchFirefox } from './test/support/browsers/firefox.mjs';
import { driverLauncher } from './test/support/browsers/launcher.mjs';
import { launchWebKit } from './test/support/browsers/webkit.mjs';
import { startSilentHost } from './test/support/silent-host.mjs';
import { timesReporter } from './test/support/times/web-test-runner.mjs';
import { typescriptModules } from './test/support/typescript-plugin.mjs';
import { answerStream } from './test/promises/streams/server.mjs';

const silent = await startSilentHost();
const demo = createDemoServer();

/** The browser that runs the tests. */
const browser = process.env.JET_BROWSER ?? 'chromium';

const components = 'test/**/*.browser.test.ts';
const variants = 'test/**/*.wide.browser.test.ts';
/** The files by the value of `JET_TESTS`: variants of other tests have files of their own, which `npm test` leaves out. */
const parts = { most: [components, `!${variants}`], wide: [variants], all: [components] };

const launchers = {
  chromium: async () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: await findChromium(), args: [...browserArgs, ...silent.browserArgs] }
    }),
  firefox: () => driverLauncher('firefox', () => launchFirefox({ proxy: silent.port })),
  webkit: () => driverLauncher('webkit', () => launchWebKit({ proxy: silent.port }))
};

/**
 * Lets another server answer. Waits for it, because the runner would make unsent responses cacheable for a year, even the manifest of a
 * live channel.
 * @param {{ req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse, respond?: boolean | undefined, status: number }} context
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} server
 */
async function answer(context, server) {
  context.respond = false;
  context.status = 200;
  const closed = once(context.res, 'close');
  server(context.req, context.res);
  await closed;
}

/** Components and the engine contract, in a real browser, on the demo's real media. */
export default {
  files: parts[process.env.JET_TESTS ?? 'most'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [typescriptModules(), { name: 'strangers', serverStop: () => console.log(`third-party hits: ${silent.hits.length}`) }],
  middleware: [
    (context, next) => {
      if (context.path === '/silent-hits') context.body = silent.hits;
      else if (/^\/(media|live)\//.test(context.path))
        return answer(context, (request, response) => demo.emit('request', request, response));
      else if (context.path.startsWith('/streams/'))
        return answer(context, (request, response) => answerStream(request, response, context.url.slice('/streams/'.length)));
      else return next();
    }
  ],
  browsers: [await launchers[browser]()],
  // The second reporter writes times for `npm test -- --slowest=30`.
  reporters: [defaultReporter(), timesReporter()],
  // Most of a test is waiting for media, so two pages of Chromium run at once. A driver of another browser has one page.
  concurrency: browser === 'chromium' ? 2 : 1,
  testFramework: { config: { timeout: 40_000 } },
  testsFinishTimeout: 600_000,
  browserStartTimeout: 60_000
};
