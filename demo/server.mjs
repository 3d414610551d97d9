/**
 * `node demo/server.mjs`: serves the demo and prints its URL. `PORT` chooses the port (0: any free port); without it, the first free port from
 * 8080 on is used. `HOST` lets other machines connect, e.g. `HOST=0.0.0.0`.
 */
import { pathToFileURL } from 'node:url';
import { createDemoServer } from './server/create-demo-server.mjs';
import { listen } from './server/listen.mjs';

export { createDemoServer };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { PORT, HOST = '127.0.0.1' } = process.env;
  const requestedPort = Number(PORT || 8080);
  try {
    const port = await listen(createDemoServer(), { port: requestedPort, host: HOST, searchFreePort: !PORT });
    if (!PORT && port !== requestedPort) console.log(`jet-player: port ${requestedPort} is in use, so the demo uses ${port}.`);
    console.log(`jet-player demo: http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}/`);
  } catch (error) {
    console.error(`jet-player: the demo cannot listen: ${error.message}. Choose another port, or PORT=0 for any free port.`);
    process.exit(2);
  }
}
