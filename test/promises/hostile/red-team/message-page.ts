import type { JetEmbed } from '../../../../src/embed/client.js';

declare global {
  interface Window {
    /** The parent's client of the frame, created by the page. */
    embed: JetEmbed;
    /** Sends one message to one end, and resolves when that end has answered a question sent after it. */
    sendMessage(message: string, to: 'window' | 'port' | 'client'): Promise<void>;
  }
}

/**
 * Connects to the frame as `client.js` does, and defines `sendMessage`. A message is complete when its receiver has answered a question
 * sent after it, because messages keep their order. Runs in the page that holds the frame; self-contained, because it is sent as text.
 */
export async function openChannels(): Promise<void> {
  const frame = document.querySelector('iframe')!.contentWindow!;
  const heard = new Set<string>();
  let questions = 0;
  const patiently = (what: string, begin: () => void, done: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => (clearInterval(watch), reject(new Error(`No answer: ${what}`))), 30_000);
      const look = () => {
        if (!done()) return;
        clearTimeout(limit);
        clearInterval(watch);
        resolve();
      };
      const watch = setInterval(look, 4);
      begin();
    });
  let port: MessagePort | undefined;
  addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    if (typeof data === 'string') heard.add((JSON.parse(data) as { listener?: string }).listener ?? '');
    else if (ports[0] && (data as { nonce?: string }).nonce?.startsWith('red-team')) {
      [port] = ports;
      port!.onmessage = ({ data: reply }: MessageEvent<{ id?: number }>) => heard.add(`port ${reply.id}`);
    }
  });
  await patiently(
    'a port',
    () => undefined,
    () => {
      // The frame may not be loaded yet; it answers one connection request of a nonce, and ignores the others.
      frame.postMessage({ context: 'jet-player', v: 1, type: 'connect', nonce: 'red-team-0123456789abcdef' }, '*');
      return port !== undefined;
    }
  );
  const behind = {
    window: (name: string) =>
      frame.postMessage(JSON.stringify({ context: 'player.js', version: '0.0.11', method: 'getVolume', listener: name }), '*'),
    port: (name: string) => port!.postMessage({ id: Number(name.slice(5)), method: 'state.get', args: [] })
  };
  window.sendMessage = async (message, to) => {
    const data: unknown = (0, eval)(message);
    if (to === 'client') return;
    const name = to === 'window' ? `behind ${++questions}` : `port ${1e6 + ++questions}`;
    const send = () => (to === 'window' ? frame.postMessage(data, '*') : port!.postMessage(data));
    await patiently(
      message.slice(0, 200),
      () => {
        send();
        behind[to](name);
      },
      () => heard.has(name)
    );
  };
}
