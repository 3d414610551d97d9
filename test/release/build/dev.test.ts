import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareBuild } from '../../../build/dev/build.mjs';
import { devServer } from '../../../build/dev/server.mjs';
import { contentSecurityPolicy } from '../../../demo/render/layout.mjs';

describe('npm run dev', { timeout: 120_000 }, () => {
  const faults = { build: '', types: 'src/a.ts(1,1): error TS1: wrong' };
  let server: ReturnType<typeof devServer>;
  let baseUrl = '';
  beforeAll(async () => {
    const build = await prepareBuild();
    expect(await build.rebuild()).toBe('');
    server = devServer(build, faults);
    await once(server.http.listen(0, '127.0.0.1'), 'listening');
    baseUrl = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(() => {
    server.http.closeAllConnections();
    server.http.close();
    // The process of esbuild ends with the process of the test.
  });
  const getText = async (path: string) => (await fetch(baseUrl + path)).text();

  it('adds one script from its own host to a page, and keeps its content security policy', async () => {
    const page = await getText('/');
    expect(page).toContain('<script type="module" src="/dev/client.js"></script>');
    expect(page).toContain(`content="${contentSecurityPolicy.join('; ')}"`);
    expect(await getText('/dev/client.js')).toContain("new EventSource('/dev/events')");
  });

  it('serves the player and the sealed engines from memory', async () => {
    const player = await getText('/dist/jet-player.js');
    const chunks = [...player.matchAll(/"\.\/(chunks\/[\w-]+\.js)"/g)].map(([, name = '']) => name);
    const chunkTexts = await Promise.all(chunks.map((name) => getText(`/dist/${name}`)));
    expect([player, ...chunkTexts].join('\n')).toContain('import("/dist/sealed/hls.js")');
    expect((await fetch(`${baseUrl}/dist/sealed/other.js`)).status).toBe(404);
  });

  it('sends the current fault to a page when it connects, and then each reload', async () => {
    const reader = (await fetch(`${baseUrl}/dev/events`)).body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe(`event: fault\ndata: ${faults.types}\n\n`);
    server.send('reload');
    expect((await reader.read()).value).toBe('event: reload\ndata: \n\n');
    await reader.cancel();
  });
});
