import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoServer } from '../../demo/server/create-demo-server.mjs';

const server = createDemoServer();
let base = '';
const get = (path: string, init?: RequestInit) => fetch(`${base}/protected/${path}`, init);
const bytes = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer());

/** Requests the key that the MPD names. */
async function ask(token?: string, kid?: string) {
  const [, uuid = ''] = /default_KID="([^"]+)"/.exec(await (await get('manifest.mpd')).text()) ?? [];
  const body = JSON.stringify({ kids: [kid ?? Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')], type: 'temporary' });
  return get('license', { method: 'POST', body, headers: token ? { 'X-Token': token } : {} });
}

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the protected video', () => {
  it('is not the unencrypted video, neither its init segment nor its segments', async () => {
    for (const part of ['video-240/init.mp4', 'video-240/1.m4s', 'audio-en/1.m4s'])
      expect((await bytes(`${base}/protected/${part}`)).equals(await bytes(`${base}/media/cmaf/${part}`)), part).toBe(false);
    expect(String(await bytes(`${base}/protected/video-240/init.mp4`))).toContain('encv');
  });

  it('names its key in both manifests', async () => {
    expect(await (await get('video-240.m3u8')).text()).toMatch(/#EXT-X-KEY:METHOD=SAMPLE-AES-CTR/);
    expect(await (await get('manifest.mpd')).text()).toMatch(/cenc:default_KID="[\da-f-]{36}"/);
  });

  it('gives its key to a token, and to nothing else', async () => {
    expect((await ask()).status).toBe(403);
    expect((await ask('guessed')).status).toBe(403);
    expect((await ask('a-viewer-who-has-paid', 'another')).status).toBe(404);
    expect(await (await ask('a-viewer-who-has-paid')).json()).toMatchObject({ type: 'temporary', keys: [{ kty: 'oct' }] });
  });

  it('has no other files', async () => {
    for (const path of ['video-240/99.m4s', 'video-240/..%2f1.m4s', 'secret']) expect((await get(path)).status, path).toBe(404);
    expect((await get('master.m3u8', { method: 'POST' })).status).toBe(405);
  });
});
