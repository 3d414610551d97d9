/** A state as the embed sends it, as an expression. */
export const frameState = `({ paused: true, ended: false, seeking: false, muted: false, loop: false, currentTime: 0, duration: 64, volume: 1, playbackRate: 1,
  streamType: 'on-demand', renditions: [], rendition: 'auto', audioTracks: [], audioTrack: null, captionTracks: [], captions: null, error: null })`;

/**
 * A frame that answers the parent's client as the embed does, and then sends the requested messages: the page of an
 * attacker at the URL that the parent trusts. `/embed/` of its own origin.
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
  } else if (data?.say) {
    try { port.postMessage((0, eval)(data.say)); } catch { port.postMessage(null); }
    parent.postMessage({ said: data.id }, '*');
  }
});
</script>`;

declare global {
  interface Window {
    /** Makes the frame send one message, and resolves when the client has answered a call sent after it. */
    hear(message: string): Promise<void>;
  }
}

/** Creates the client for the frame, and defines `hear`; runs in the page, with the URL of the built client. */
export async function openClient(address: string): Promise<void> {
  const { JetEmbed } = (await import(address)) as typeof import('../../../../src/embed/client.js');
  const iframe = document.querySelector('iframe')!;
  const client = (window.embed = new JetEmbed(iframe));
  await client.ready;
  let count = 0;
  window.hear = async (say) => {
    const id = ++count;
    const said = new Promise<void>((resolve) =>
      addEventListener('message', function heard({ data }: MessageEvent<{ said?: number }>) {
        if (data?.said !== id) return;
        removeEventListener('message', heard);
        resolve();
      })
    );
    iframe.contentWindow!.postMessage({ say, id }, '*');
    await said;
    // It rejects when the client does not answer within five seconds.
    await client.refresh();
    for (const name of ['paused', 'duration', 'currentTime', 'volume', 'error', 'state'] as const) void client[name];
  };
}
