import { readFileSync } from 'node:fs';
import { embedSite, embedOrigin, parentPage, parentUrl, mediaOrigin, pageOrigin } from '../../../embed/site.js';
import { namesOf } from '../prototypes.js';
import { expect, test } from '../hostile-fixtures.js';
import { hostileFrame, openClient } from './client-frame.js';
import { generateMessages, type MessageCase } from './messages.js';
import { openChannels } from './message-page.js';
import { selectCases } from './report.js';
import { seed } from './random.js';
import type { Page } from '@playwright/test';
import type { World } from '../../../support/world.js';

/** The global names that the test itself adds to the page. */
const testGlobals = ['window.embed', 'window.deliverMessage', 'window.sendMessage'];
const ownOrigins = [pageOrigin, embedOrigin, mediaOrigin];

/** Sends one message after the other, and returns the findings. An exception or a missing answer is listed with the message before it. */
async function sendMessages(
  page: Page,
  world: World,
  problems: readonly string[],
  cases: readonly MessageCase[],
  sendOne: (messageCase: MessageCase) => Promise<void>
) {
  const findings: string[] = [];
  let knownProblems = 0;
  for (const messageCase of cases) {
    const silence = await sendOne(messageCase).then(
      () => '',
      (error: Error) => `silence: ${error.message.split('\n')[0]}`
    );
    const errors = problems.slice(knownProblems).map((problem) => `error: ${problem.slice(0, 300)}`);
    knownProblems = problems.length;
    for (const what of [silence, ...errors])
      if (what) findings.push(`${messageCase.id} (${messageCase.name}) ${messageCase.message.slice(0, 200)}: ${what}`);
  }
  const hits = world.hits.filter(({ origin }) => !ownOrigins.includes(origin)).map(({ origin, path }) => `hit: ${origin}${path}`);
  const pageFindings = await Promise.all(
    page.frames().map(async (frame) => {
      const changes = await frame.evaluate(() => ({ counts: window.forbiddenCalls(), prototypes: window.prototypeChanges() }));
      return [
        ...Object.keys(changes.counts).map((name) => `storage: ${name}`),
        ...namesOf(changes.prototypes)
          .filter((name) => !testGlobals.includes(name))
          .map((name) => `prototype: ${name}`)
      ];
    })
  );
  return [...findings, ...new Set([...hits, ...pageFindings.flat()])];
}

const cases = selectCases(generateMessages());
const printSummary = (what: string, selectedCases: readonly MessageCase[], findings: readonly string[]) =>
  console.log(`red team, ${what}: ${selectedCases.length} cases from seed ${seed}, ${findings.length} findings`);

test('no red-team message to the embed has a forbidden effect', async ({ page, world, problems }) => {
  const selectedCases = cases.filter(({ receiver }) => receiver !== 'client');
  test.skip(selectedCases.length === 0, 'RED_TEAM_CASE names a case of another group');
  test.setTimeout(300_000);
  world.stage({ ...embedSite(), [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' }) });
  await page.goto(parentUrl);
  await page.evaluate(openChannels);
  const findings = await sendMessages(page, world, problems, selectedCases, ({ message, receiver }) =>
    page.evaluate(({ message, receiver }) => window.sendMessage(message, receiver), { message, receiver })
  );
  printSummary('messages to the embed', selectedCases, findings);
  expect(findings).toEqual([]);
});

test('no red-team message from a frame to its client has a forbidden effect', async ({ page, world, problems }) => {
  const selectedCases = cases.filter(({ receiver }) => receiver === 'client');
  test.skip(selectedCases.length === 0, 'RED_TEAM_CASE names a case of another group');
  test.setTimeout(300_000);
  const client = readFileSync(new URL('../../../../dist/embed/client.js', import.meta.url));
  world.stage({
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: client },
    [`${embedOrigin}/embed/`]: { type: 'text/html', body: hostileFrame },
    [parentUrl]: {
      type: 'text/html',
      body: `<!doctype html><meta charset="utf-8"><title>Parent page</title><iframe src="${embedOrigin}/embed/"></iframe>`
    }
  });
  await page.goto(parentUrl);
  await page.evaluate(openClient, `${pageOrigin}/client.js`);
  const findings = await sendMessages(page, world, problems, selectedCases, ({ message }) =>
    page.evaluate((expression) => window.deliverMessage(expression), message)
  );
  printSummary('messages from a frame to its client', selectedCases, findings);
  expect(findings).toEqual([]);
});
