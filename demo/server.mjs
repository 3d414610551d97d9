/**
 * The demo: `node demo/server.mjs` serves it and prints its URL. `PORT` chooses the port (0: any free one); without it, the first free one
 * from 8080 on. `HOST` lets other machines connect, e.g. `HOST=0.0.0.0`.
 */
import { pathToFileURL } from 'node:url';
import { createDemoServer } from './server/create-demo-server.mjs';
import { listen } from './server/listen.mjs';

export { createDemoServer };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { PORT, HOST = '127.0.0.1' } = process.env;
  const wanted = Number(PORT || 8080);
  try {
    const port = await listen(createDemoServer(), { port: wanted, host: HOST, search: !PORT });
    if (!PORT && port !== wanted) console.log(`jet-player: port ${wanted} is taken, the demo takes ${port}.`);
    console.log(`jet-player demo: http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}/`);
  } catch (error) {
    console.error(`jet-player: the demo cannot listen: ${error.message}. Choose another port, PORT=0 for any free one.`);
    process.exit(2);
  }
}
