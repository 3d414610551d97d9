/** A state that the embed sends, as the text of a JavaScript expression. */
export const frameState = `({ paused: true, ended: false, seeking: false, muted: false, loop: false, currentTime: 0, duration: 64, volume: 1, playbackRate: 1,
  streamType: 'on-demand', renditions: [], rendition: 'auto', audioTracks: [], audioTrack: null, captionTracks: [], captions: null, error: null })`;

/**
 * The page of an attacker at `/embed/`, the URL that the parent page trusts. It answers the client of the parent page like the embed, and
 * then sends the messages that the parent page requests.
 */
export const hostileFrame = `<!doctype html><script>
let port;
addEventListener('message', ({ data }) => {
  if (data?.type === 'connect') {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data: { id, method } }) => {
      if (method === 'events.subscribe') return port.postMessage({ id, result: undefined });
      if (method === 'state.get' || method === 'loop.set') port.postMessage({ id, result: ${frameState} });
    };
    parent.postMessage({ context: 'jet-player', v: 1, type: 'connected', control: true, nonce: data.nonce }, '*', [channel.port2]);
  } else if (data?.expression) {
    try { port.postMessage((0, eval)(data.expression)); } catch { port.postMessage(null); }
    parent.postMessage({ sentId: data.id }, '*');
  }
});
</script>`;

declare global {
  interface Window {
    /** Makes the frame send one message, an expression; resolves when a later call of the client has been answered. */
    deliverMessage(message: string): Promise<void>;
  }
}

/** Creates the client for the frame, and defines `deliverMessage`. Runs in the page, with the URL of the built client. */
export async function openClient(moduleUrl: string): Promise<void> {
  const { JetEmbed } = (await import(moduleUrl)) as typeof import('../../../../src/embed/client.js');
  const iframe = document.querySelector('iframe')!;
  const client = (window.embed = new JetEmbed(iframe));
  await client.ready;
  let count = 0;
  window.deliverMessage = async (expression) => {
    const id = ++count;
    const sent = new Promise<void>((resolve) =>
      addEventListener('message', function onSent({ data }: MessageEvent<{ sentId?: number }>) {
        if (data?.sentId !== id) return;
        removeEventListener('message', onSent);
        resolve();
      })
    );
    iframe.contentWindow!.postMessage({ expression, id }, '*');
    await sent;
    // Rejects if the client does not get an answer within five seconds.
    await client.refresh();
    for (const name of ['paused', 'duration', 'currentTime', 'volume', 'error', 'state'] as const) void client[name];
  };
}
