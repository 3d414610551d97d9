/**
 * The demo: `node demo/server.mjs` serves it and prints its address. `PORT` chooses the port (0: any free one); without it, the
 * first free one from 8080 on. `HOST` lets other machines in, e.g. `HOST=0.0.0.0`.
 */
import { pathToFileURL } from 'node:url';
import { createDemoServer } from './server/create-demo-server.mjs';
import { listen } from './server/listen.mjs';

export { createDemoServer };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { PORT, HOST = '127.0.0.1' } = process.env;
  const port = await listen(createDemoServer(), { port: Number(PORT || 8080), host: HOST, search: !PORT });
  console.log(`jet-player demo: http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}/`);
}
