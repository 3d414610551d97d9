import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds of data that are forwarded at a time: short enough for an engine that measures a download while it runs. */
const sliceMs = 10;

/**
 * Starts a proxy with limited bandwidth in front of a local server: all connections share its `bitsPerSecond`, and each response begins
 * `latency` milliseconds late. Data to the server is forwarded at once.
 * @param {number} targetPort the server's port
 * @param {{ bitsPerSecond: number, latency?: number }} speed
 */
export async function startThrottledProxy(targetPort, { bitsPerSecond, latency: latencyMs = 0 }) {
  const bytesPerMs = bitsPerSecond / 8 / 1000;
  /** The time at which the next data may be sent, in milliseconds of `performance.now()`. */
  let nextSendTime = 0;

  /** @param {Buffer} piece */
  const waitForBandwidth = async (piece) => {
    const now = performance.now();
    nextSendTime = Math.max(nextSendTime, now) + piece.byteLength / bytesPerMs;
    await wait(nextSendTime - now);
  };

  const proxy = createServer((client) => {
    const server = connect(targetPort, '127.0.0.1');
    const closeBoth = () => (client.destroy(), server.destroy());
    client.on('error', closeBoth).on('close', closeBoth);
    server.on('error', closeBoth);
    let responseStart = 0;
    client.on('data', () => (responseStart = performance.now() + latencyMs)).pipe(server);
    void (async () => {
      const maxPieceBytes = Math.max(1, Math.round(bytesPerMs * sliceMs));
      for await (const chunk of server) {
        // Only the first chunk of a response is delayed; the rest follows at once.
        await wait(Math.max(0, responseStart - performance.now()));
        for (let offset = 0; offset < chunk.byteLength; offset += maxPieceBytes) {
          const piece = chunk.subarray(offset, offset + maxPieceBytes);
          await waitForBandwidth(piece);
          if (!client.write(piece)) await new Promise((resolve) => client.once('drain', resolve).once('close', resolve));
        }
      }
      client.end();
    })().catch(closeBoth);
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return { origin: `http://localhost:${port}`, close: () => proxy.close() };
}
