import { afterEach, describe, expect, it, vi } from 'vitest';
import { servePlayerJs } from '../../src/embed/player-js.js';

const address = 'https://media.example/embed.html?src=a';
const origin = 'https://page.example';

/** The frame's end of *player.js* for a page that is trusted to this degree, and what it sends to the page. */
function frameFor(trust: 'control' | 'events') {
  const sent: { event: string; value?: { src: string } }[] = [];
  const parent = { postMessage: (text: string) => sent.push(JSON.parse(text) as (typeof sent)[number]) };
  const frame = Object.assign(new EventTarget(), { parent, location: { ancestorOrigins: [origin] } });
  vi.stubGlobal('window', frame);
  vi.stubGlobal('location', { href: `${address}#token=secret` });
  servePlayerJs(new EventTarget() as never, { pages: [], trust: () => trust } as never, new AbortController().signal);
  const ask = (message: object) => {
    const event = Object.assign(new Event('message'), {
      source: parent,
      origin,
      data: JSON.stringify({ context: 'player.js', ...message })
    });
    frame.dispatchEvent(event);
  };
  return { sent, ask };
}

describe('the address in what "ready" says', () => {
  afterEach(() => vi.unstubAllGlobals());

  const listening = { method: 'addEventListener', value: 'ready', listener: 'a' };

  it('is whole for a page that may control, as clients compare it with their frame', () => {
    const { sent, ask } = frameFor('control');
    ask(listening);
    expect(sent.map(({ event, value }) => [event, value?.src])).toEqual([
      ['ready', `${address}#token=secret`],
      ['ready', `${address}#token=secret`]
    ]);
  });

  it('has no fragment for a page that may only listen, and comes only when it is asked for', () => {
    const { sent, ask } = frameFor('events');
    expect(sent).toEqual([]);
    ask(listening);
    expect(sent.map(({ event, value }) => [event, value?.src])).toEqual([['ready', address]]);
    expect(JSON.stringify(sent)).not.toContain('secret');
  });
});
