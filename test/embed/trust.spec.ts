import type { Frame, Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import type { Answer } from '../support/world.js';
import { commands, nonsense, type HostileMessage } from './messages.js';
import {
  embedFrame,
  embedSite,
  expect,
  parentPage,
  parentAddress,
  mediaOrigin,
  openParentPage,
  pageOrigin,
  planOf,
  test
} from './embed-fixtures.js';

const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8` };
const blank: Answer = { type: 'text/html', body: '<!doctype html><title>Sibling</title>' };
const siblings = `<iframe name="sibling" src="/sibling.html"></iframe><iframe name="otherOrigin" src="${mediaOrigin}/sibling.html"></iframe>`;

declare global {
  interface Window {
    heard: unknown[];
    arrived: number;
    sender: MessageEventSource | null;
  }
}

/** The state that the hostile messages would change. */
const touched = (frame: Frame) =>
  frame.evaluate(() => {
    const { paused, muted, volume, loop, startTime, player } = document.querySelector<JetPlayer>('jet-player')!;
    return { paused, muted, volume, loop, startTime, started: player!.state.current.playback.started };
  });
const untouched = { paused: true, muted: false, volume: 1, loop: false, startTime: 0, started: false };

/** Posts messages from one frame to the embed, and returns the answers to that frame. */
async function post(page: Page, sender: Frame, messages: readonly HostileMessage[]): Promise<unknown[]> {
  const frame = embedFrame(page)!;
  await frame.evaluate(() => {
    window.arrived = 0;
    window.addEventListener('message', ({ source }) => {
      window.arrived++;
      window.sender = source;
    });
  });
  await sender.evaluate(
    ({ list, own }) => {
      window.heard = [];
      window.addEventListener('message', ({ data, ports }) => window.heard.push(data, ...ports.map(() => 'a port')));
      const target = own ? window.frames[0]! : window.parent.frames[0]!;
      for (const { message, port } of list) target.postMessage((0, eval)(message), '*', port ? [new MessageChannel().port2] : []);
    },
    { list: messages, own: sender === page.mainFrame() }
  );
  await expect.poll(() => frame.evaluate(() => window.arrived), { timeout: 30_000 }).toBe(messages.length);
  // Messages keep their order: after this one, every answer has arrived.
  await frame.evaluate(() => window.sender!.postMessage('that was all', { targetOrigin: '*' }));
  await expect.poll(() => sender.evaluate(() => window.heard.includes('that was all')), { timeout: 30_000 }).toBe(true);
  return sender.evaluate(() => window.heard.filter((data) => data !== 'that was all'));
}

const all = [...commands, ...nonsense];

test(`${all.length} messages have no answer and no effect when an unlisted parent sends them`, async ({ page, world }) => {
  const plan = planOf({ pages: ['https://www.page-friend.test'] });
  // Served without its headers, with which the browser would not show the frame at all.
  world.stage({ ...embedSite({ plan, without: 'headers' }), [parentAddress]: parentPage(video) });
  const frame = await openParentPage(page);
  expect(await post(page, page.mainFrame(), all)).toEqual([]);
  expect(await touched(frame)).toEqual(untouched);
});

for (const [name, whose] of [
  ['sibling', 'of the listed origin'],
  ['otherOrigin', 'of another origin']
] as const) {
  test(`${all.length} messages have no answer and no effect when a sibling frame ${whose} sends them`, async ({ page, world }) => {
    world.stage({
      ...embedSite(),
      [parentAddress]: parentPage(video, { extra: siblings }),
      [`${pageOrigin}/sibling.html`]: blank,
      [`${mediaOrigin}/sibling.html`]: blank
    });
    const frame = await openParentPage(page);
    expect(await post(page, page.frame({ name })!, all)).toEqual([]);
    expect(await touched(frame)).toEqual(untouched);
  });
}

test(`${nonsense.length} malformed messages have no answer and no effect when the listed parent sends them`, async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentAddress]: parentPage(video) });
  const frame = await openParentPage(page);
  expect(await post(page, page.mainFrame(), nonsense)).toEqual([]);
  expect(await touched(frame)).toEqual(untouched);
});

test('canary: the listed parent does get answers, and the same messages have effects', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentAddress]: parentPage({ ...video, muted: '' }) });
  const frame = await openParentPage(page);
  const heard = await post(page, page.mainFrame(), commands);
  expect(heard.filter((data) => data === 'a port')).toHaveLength(3);
  expect(heard.filter((data) => typeof data === 'string' && data.includes('"event":"ready"'))).toHaveLength(1);
  expect(await touched(frame)).toMatchObject({ volume: 0.03, loop: true });
});

test('the embed gives no answer when the origin of the parent is opaque', async ({ page, world }) => {
  world.stage({
    ...embedSite({ plan: planOf({ pages: [] }), without: 'headers' }),
    [parentAddress]: { ...parentPage(video), headers: { 'content-security-policy': 'sandbox allow-scripts' } }
  });
  await openParentPage(page);
  expect(await post(page, page.mainFrame(), all)).toEqual([]);
});

test('the embed sends events and accepts no command when no page is named', async ({ page, world }) => {
  world.stage({ ...embedSite({ plan: planOf({ pages: [] }) }), [parentAddress]: parentPage(video) });
  const frame = await openParentPage(page);
  const heard = await post(page, page.mainFrame(), commands);
  const answers = heard.filter((data) => typeof data === 'object') as { control?: boolean }[];
  expect(answers).toHaveLength(3);
  expect(answers.every(({ control }) => control === false)).toBe(true);
  expect(await touched(frame)).toEqual(untouched);
});
