import type { JetEmbed } from '../../../../src/embed/client.js';

declare global {
  interface Window {
    /** The client of the frame, which the parent page creates. */
    embed: JetEmbed;
    /** Sends one message, an expression, to a receiver; resolves when the receiver has answered a question that was sent after it. */
    sendMessage(message: string, receiver: 'window' | 'port' | 'client'): Promise<void>;
  }
}

/**
 * Connects to the frame like `client.js`, and defines `sendMessage`. A message has been read when its receiver has answered a question that
 * was sent after it, because messages keep their order. Runs in the page that contains the frame, to which it is sent as text, so it may
 * use nothing from outside.
 */
export async function openChannels(): Promise<void> {
  const frame = document.querySelector('iframe')!.contentWindow!;
  const answers = new Set<string>();
  let questionCount = 0;
  const waitUntil = (description: string, begin: () => void, isDone: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timeout = setTimeout(() => (clearInterval(interval), reject(new Error(`No answer: ${description}`))), 30_000);
      const check = () => {
        if (!isDone()) return;
        clearTimeout(timeout);
        clearInterval(interval);
        resolve();
      };
      const interval = setInterval(check, 4);
      begin();
    });
  let port: MessagePort | undefined;
  addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    if (typeof data === 'string') answers.add((JSON.parse(data) as { listener?: string }).listener ?? '');
    else if (ports[0] && (data as { nonce?: string }).nonce?.startsWith('red-team')) {
      [port] = ports;
      port!.onmessage = ({ data: reply }: MessageEvent<{ id?: number }>) => answers.add(`port ${reply.id}`);
    }
  });
  await waitUntil(
    'a port',
    () => undefined,
    () => {
      // Repeated, because the frame may not be loaded yet. It answers one connection request for each nonce, and ignores the others.
      frame.postMessage({ context: 'jet-player', v: 1, type: 'connect', nonce: 'red-team-0123456789abcdef' }, '*');
      return port !== undefined;
    }
  );
  const askQuestion = {
    window: (name: string) =>
      frame.postMessage(JSON.stringify({ context: 'player.js', version: '0.0.11', method: 'getVolume', listener: name }), '*'),
    port: (name: string) => port!.postMessage({ id: Number(name.slice(5)), method: 'state.get', args: [] })
  };
  window.sendMessage = async (message, receiver) => {
    const data: unknown = (0, eval)(message);
    if (receiver === 'client') return;
    const name = receiver === 'window' ? `window ${++questionCount}` : `port ${1e6 + ++questionCount}`;
    const send = () => (receiver === 'window' ? frame.postMessage(data, '*') : port!.postMessage(data));
    await waitUntil(
      message.slice(0, 200),
      () => {
        send();
        askQuestion[receiver](name);
      },
      () => answers.has(name)
    );
  };
}
