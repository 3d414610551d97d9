import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareBuild } from '../../../build/dev/build.mjs';
import { devServer } from '../../../build/dev/server.mjs';
import { policy } from '../../../demo/render/layout.mjs';

describe('npm run dev', { timeout: 120_000 }, () => {
  const faults = { build: '', types: 'src/a.ts(1,1): error TS1: wrong' };
  let server: ReturnType<typeof devServer>;
  let base = '';
  beforeAll(async () => {
    const build = await prepareBuild();
    expect(await build.rebuild()).toBe('');
    server = devServer(build, faults);
    await once(server.http.listen(0, '127.0.0.1'), 'listening');
    base = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(() => {
    server.http.closeAllConnections();
    server.http.close();
    // The process of esbuild ends with this one.
  });
  const text = async (path: string) => (await fetch(base + path)).text();

  it('adds one script from its own host to a page, and keeps its content security policy', async () => {
    const page = await text('/');
    expect(page).toContain('<script type="module" src="/dev/client.js"></script>');
    expect(page).toContain(`content="${policy.join('; ')}"`);
    expect(await text('/dev/client.js')).toContain("new EventSource('/dev/events')");
  });

  it('serves the player and the sealed engines from memory', async () => {
    const player = await text('/dist/jet-player.js');
    const chunks = [...player.matchAll(/"\.\/(chunks\/[\w-]+\.js)"/g)].map(([, name = '']) => name);
    const all = await Promise.all(chunks.map((name) => text(`/dist/${name}`)));
    expect([player, ...all].join('\n')).toContain('import("/dist/sealed/hls.js")');
    expect((await fetch(`${base}/dist/sealed/other.js`)).status).toBe(404);
  });

  it('sends the current fault to a page that connects, and then each reload', async () => {
    const reader = (await fetch(`${base}/dev/events`)).body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe(`event: fault\ndata: ${faults.types}\n\n`);
    server.send('reload');
    expect((await reader.read()).value).toBe('event: reload\ndata: \n\n');
    await reader.cancel();
  });
});
