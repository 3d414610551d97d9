import { readFileSync } from 'node:fs';
import { embedSite, embedOrigin, parentPage, parentUrl, mediaOrigin, pageOrigin } from '../../../embed/site.js';
import { namesOf } from '../prototypes.js';
import { expect, test } from '../hostile-fixtures.js';
import { hostileFrame, openClient } from './client-frame.js';
import { generateMessages, type MessageCase } from './messages.js';
import { openChannels } from './message-page.js';
import { chosen } from './report.js';
import { seed } from './random.js';
import type { Page } from '@playwright/test';
import type { World } from '../../../support/world.js';

/** Requests and exceptions that the test itself causes in the sending page. */
const helpers = ['window.embed', 'window.hear', 'window.sendMessage'];
const ours = [pageOrigin, embedOrigin, mediaOrigin];

/** Sends one message after the other, and returns the findings, each with the message sent last. */
async function send(
  page: Page,
  world: World,
  problems: readonly string[],
  cases: readonly MessageCase[],
  how: (one: MessageCase) => Promise<void>
) {
  const findings: string[] = [];
  let known = 0;
  for (const one of cases) {
    const silence = await how(one).then(
      () => '',
      (error: Error) => `silence: ${error.message.split('\n')[0]}`
    );
    const errors = problems.slice(known).map((problem) => `error: ${problem.slice(0, 300)}`);
    known = problems.length;
    for (const what of [silence, ...errors]) if (what) findings.push(`${one.id} (${one.name}) ${one.message.slice(0, 200)}: ${what}`);
  }
  const hits = world.hits.filter(({ origin }) => !ours.includes(origin)).map(({ origin, path }) => `hit: ${origin}${path}`);
  const pages = await Promise.all(
    page.frames().map(async (frame) => {
      const found = await frame.evaluate(() => ({ counts: window.sentinels(), prototypes: window.prototypeChanges() }));
      return [
        ...Object.keys(found.counts).map((name) => `storage: ${name}`),
        ...namesOf(found.prototypes)
          .filter((name) => !helpers.includes(name))
          .map((name) => `prototype: ${name}`)
      ];
    })
  );
  return [...findings, ...new Set([...hits, ...pages.flat()])];
}

const cases = chosen(generateMessages());
const report = (what: string, list: readonly MessageCase[], findings: readonly string[]) =>
  console.log(`red team, ${what}: ${list.length} cases from seed ${seed}, ${findings.length} findings`);

test('red team: messages to the embed', async ({ page, world, problems }) => {
  const list = cases.filter(({ to }) => to !== 'client');
  test.skip(list.length === 0, 'RED_TEAM_CASE names a case of another group');
  test.setTimeout(300_000);
  world.stage({ ...embedSite(), [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' }) });
  await page.goto(parentUrl);
  await page.evaluate(openChannels);
  const findings = await send(page, world, problems, list, ({ message, to }) =>
    page.evaluate(({ message, to }) => window.sendMessage(message, to), { message, to })
  );
  report('messages to the embed', list, findings);
  expect(findings).toEqual([]);
});

test('red team: messages from a frame to its client', async ({ page, world, problems }) => {
  const list = cases.filter(({ to }) => to === 'client');
  test.skip(list.length === 0, 'RED_TEAM_CASE names a case of another group');
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
  const findings = await send(page, world, problems, list, ({ message }) => page.evaluate((say) => window.hear(say), message));
  report('messages from a frame to its client', list, findings);
  expect(findings).toEqual([]);
});
