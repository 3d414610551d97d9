import { connect, createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds of data that are forwarded at a time: short enough for an engine that measures a download while it runs. */
const slice = 10;

/**
 * A throttled connection to a local server: all connections share its `bitsPerSecond`, and each response begins `latency`
 * milliseconds late. Data towards the server passes at once.
 * @param {number} target the server's port
 * @param {{ bitsPerSecond: number, latency?: number }} speed
 */
export async function startThrottledProxy(target, { bitsPerSecond, latency = 0 }) {
  const bytesPerMs = bitsPerSecond / 8 / 1000;
  /** The time at which the next data may be sent, in milliseconds of `performance.now()`. */
  let free = 0;

  /** @param {Buffer} piece */
  const passed = async (piece) => {
    const now = performance.now();
    free = Math.max(free, now) + piece.byteLength / bytesPerMs;
    await after(free - now);
  };

  const line = createServer((viewer) => {
    const server = connect(target, '127.0.0.1');
    const drop = () => (viewer.destroy(), server.destroy());
    viewer.on('error', drop).on('close', drop);
    server.on('error', drop);
    let due = 0;
    viewer.on('data', () => (due = performance.now() + latency)).pipe(server);
    void (async () => {
      const most = Math.max(1, Math.round(bytesPerMs * slice));
      for await (const chunk of server) {
        // Only the first chunk of a response is delayed; the rest follows at once.
        await after(Math.max(0, due - performance.now()));
        for (let at = 0; at < chunk.byteLength; at += most) {
          const piece = chunk.subarray(at, at + most);
          await passed(piece);
          if (!viewer.write(piece)) await new Promise((resolve) => viewer.once('drain', resolve).once('close', resolve));
        }
      }
      viewer.end();
    })().catch(drop);
  });
  await new Promise((resolve) => line.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (line.address());
  return { origin: `http://localhost:${port}`, close: () => line.close() };
}
