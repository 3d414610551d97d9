import type { Frame, Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import type { Answer } from '../support/world.js';
import { connectRequests, malformedMessages, requestedVolumePercent, wellFormedMessages, type HostileMessage } from './messages.js';
import {
  embedFrame,
  embedSite,
  expect,
  parentPage,
  parentUrl,
  mediaOrigin,
  openParentPage,
  pageOrigin,
  planOf,
  test
} from './embed-fixtures.js';

const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8` };
const blankPage: Answer = { type: 'text/html', body: '<!doctype html><title>Sibling</title>' };
const siblings = `<iframe name="sibling" src="/sibling.html"></iframe><iframe name="otherOrigin" src="${mediaOrigin}/sibling.html"></iframe>`;

declare global {
  interface Window {
    /** The messages that a sending frame has received, and `a port` for each port. */
    receivedMessages: unknown[];
    /** The number of messages that have arrived at the embed. */
    arrivedMessages: number;
    sender: MessageEventSource | null;
  }
}

/** Reads the state that the hostile messages would change. */
const readState = (frame: Frame) =>
  frame.evaluate(() => {
    const { paused, muted, volume, loop, startTime, player } = document.querySelector<JetPlayer>('jet-player')!;
    return { paused, muted, volume, loop, startTime, started: player!.state.current.playback.started };
  });
const initialState = { paused: true, muted: false, volume: 1, loop: false, startTime: 0, started: false };

/** Posts messages from one frame to the embed, and returns the answers to that frame. */
async function postMessages(page: Page, sender: Frame, messages: readonly HostileMessage[]): Promise<unknown[]> {
  const frame = embedFrame(page)!;
  await frame.evaluate(() => {
    window.arrivedMessages = 0;
    window.addEventListener('message', ({ source }) => {
      window.arrivedMessages++;
      window.sender = source;
    });
  });
  await sender.evaluate(
    ({ list, isParent }) => {
      window.receivedMessages = [];
      window.addEventListener('message', ({ data, ports }) => window.receivedMessages.push(data, ...ports.map(() => 'a port')));
      const target = isParent ? window.frames[0]! : window.parent.frames[0]!;
      for (const { source, port } of list) target.postMessage((0, eval)(source), '*', port ? [new MessageChannel().port2] : []);
    },
    { list: messages, isParent: sender === page.mainFrame() }
  );
  await expect.poll(() => frame.evaluate(() => window.arrivedMessages), { timeout: 30_000 }).toBe(messages.length);
  // Messages keep their order: after this one, every answer has arrived.
  await frame.evaluate(() => window.sender!.postMessage('the last message', { targetOrigin: '*' }));
  await expect.poll(() => sender.evaluate(() => window.receivedMessages.includes('the last message')), { timeout: 30_000 }).toBe(true);
  return sender.evaluate(() => window.receivedMessages.filter((data) => data !== 'the last message'));
}

const allMessages = [...wellFormedMessages, ...malformedMessages];

test(`all ${allMessages.length} messages have no answer and no effect when an unlisted parent sends them`, async ({ page, world }) => {
  const plan = planOf({ pages: ['https://www.page-friend.test'] });
  // The embed is served without its headers, because the browser would not show the frame with them.
  world.stage({ ...embedSite({ plan, without: 'headers' }), [parentUrl]: parentPage(video) });
  const frame = await openParentPage(page);
  expect(await postMessages(page, page.mainFrame(), allMessages)).toEqual([]);
  expect(await readState(frame)).toEqual(initialState);
});

for (const [name, origin] of [
  ['sibling', 'of the listed origin'],
  ['otherOrigin', 'of another origin']
] as const) {
  test(`all ${allMessages.length} messages have no answer and no effect when a sibling frame ${origin} sends them`, async ({
    page,
    world
  }) => {
    world.stage({
      ...embedSite(),
      [parentUrl]: parentPage(video, { extra: siblings }),
      [`${pageOrigin}/sibling.html`]: blankPage,
      [`${mediaOrigin}/sibling.html`]: blankPage
    });
    const frame = await openParentPage(page);
    expect(await postMessages(page, page.frame({ name })!, allMessages)).toEqual([]);
    expect(await readState(frame)).toEqual(initialState);
  });
}

test(`${malformedMessages.length} malformed messages have no answer and no effect when the listed parent sends them`, async ({
  page,
  world
}) => {
  world.stage({ ...embedSite(), [parentUrl]: parentPage(video) });
  const frame = await openParentPage(page);
  expect(await postMessages(page, page.mainFrame(), malformedMessages)).toEqual([]);
  expect(await readState(frame)).toEqual(initialState);
});

test('canary: the listed parent gets answers, and its messages have effects', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentUrl]: parentPage({ ...video, muted: '' }) });
  const frame = await openParentPage(page);
  const received = await postMessages(page, page.mainFrame(), wellFormedMessages);
  expect(received.filter((data) => data === 'a port')).toHaveLength(connectRequests.length);
  expect(received.filter((data) => typeof data === 'string' && data.includes('"event":"ready"'))).toHaveLength(1);
  expect(await readState(frame)).toMatchObject({ volume: requestedVolumePercent / 100, loop: true });
});

test('the embed gives no answer when the origin of the parent is opaque', async ({ page, world }) => {
  world.stage({
    ...embedSite({ plan: planOf({ pages: [] }), without: 'headers' }),
    [parentUrl]: { ...parentPage(video), headers: { 'content-security-policy': 'sandbox allow-scripts' } }
  });
  await openParentPage(page);
  expect(await postMessages(page, page.mainFrame(), allMessages)).toEqual([]);
});

test('the embed answers every page without giving it control when the publisher lists no page', async ({ page, world }) => {
  world.stage({ ...embedSite({ plan: planOf({ pages: [] }) }), [parentUrl]: parentPage(video) });
  const frame = await openParentPage(page);
  const received = await postMessages(page, page.mainFrame(), wellFormedMessages);
  const answers = received.filter((data) => typeof data === 'object') as { control?: boolean }[];
  expect(answers).toHaveLength(connectRequests.length);
  expect(answers.every(({ control }) => control === false)).toBe(true);
  expect(await readState(frame)).toEqual(initialState);
});
