import { afterEach, describe, expect, it, vi } from 'vitest';
import { servePlayerJs } from '../../src/embed/player-js.js';

const frameUrl = 'https://media.example/embed.html?src=a';
const origin = 'https://page.example';

/** Serves *player.js* in a frame to a page with this trust; returns the sent messages and a function that posts a message to the frame. */
function frameFor(trust: 'control' | 'events') {
  const sent: { event: string; value?: { src: string } }[] = [];
  const parent = { postMessage: (text: string) => sent.push(JSON.parse(text) as (typeof sent)[number]) };
  const frame = Object.assign(new EventTarget(), { parent, location: { ancestorOrigins: [origin] } });
  vi.stubGlobal('window', frame);
  vi.stubGlobal('location', { href: `${frameUrl}#token=secret` });
  servePlayerJs(new EventTarget() as never, { exactPageOrigins: [], trust: () => trust } as never, new AbortController().signal);
  const postToFrame = (message: object) => {
    const event = Object.assign(new Event('message'), {
      source: parent,
      origin,
      data: JSON.stringify({ context: 'player.js', ...message })
    });
    frame.dispatchEvent(event);
  };
  return { sent, postToFrame };
}

describe('the URL of the frame in the player.js event ready', () => {
  afterEach(() => vi.unstubAllGlobals());

  const addReadyListener = { method: 'addEventListener', value: 'ready', listener: 'a' };

  it('is complete for a page that may control the embed, because clients compare it with the URL of their frame', () => {
    const { sent, postToFrame } = frameFor('control');
    postToFrame(addReadyListener);
    expect(sent.map(({ event, value }) => [event, value?.src])).toEqual([
      ['ready', `${frameUrl}#token=secret`],
      ['ready', `${frameUrl}#token=secret`]
    ]);
  });

  it('has no fragment for a page that may only receive events, and is sent only after the page has added a listener', () => {
    const { sent, postToFrame } = frameFor('events');
    expect(sent).toEqual([]);
    postToFrame(addReadyListener);
    expect(sent.map(({ event, value }) => [event, value?.src])).toEqual([['ready', frameUrl]]);
    expect(JSON.stringify(sent)).not.toContain('secret');
  });
});
