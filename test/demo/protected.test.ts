import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoServer } from '../../demo/server/create-demo-server.mjs';

const server = createDemoServer();
let baseUrl = '';
const get = (path: string, init?: RequestInit) => fetch(`${baseUrl}/protected/${path}`, init);
const getBytes = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

/** Requests the key that the MPD names, or the key with the id `kid`. */
async function requestKey(token?: string, kid?: string) {
  const [, uuid = ''] = /default_KID="([^"]+)"/.exec(await (await get('manifest.mpd')).text()) ?? [];
  const body = JSON.stringify({ kids: [kid ?? Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')], type: 'temporary' });
  return get('license', { method: 'POST', body, headers: token ? { 'X-Token': token } : {} });
}

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the protected video', () => {
  it('differs from the unencrypted video in its init segment and its media segments', async () => {
    for (const part of ['video-240/init.mp4', 'video-240/1.m4s', 'audio-en/1.m4s'])
      expect((await getBytes(`${baseUrl}/protected/${part}`)).equals(await getBytes(`${baseUrl}/media/cmaf/${part}`)), part).toBe(false);
    expect(String(await getBytes(`${baseUrl}/protected/video-240/init.mp4`))).toContain('encv');
  });

  it('names its key in both manifests', async () => {
    expect(await (await get('video-240.m3u8')).text()).toMatch(/#EXT-X-KEY:METHOD=SAMPLE-AES-CTR/);
    expect(await (await get('manifest.mpd')).text()).toMatch(/cenc:default_KID="[\da-f-]{36}"/);
  });

  it('has a licence server that sends the key only for the right token and key id', async () => {
    expect((await requestKey()).status).toBe(403);
    expect((await requestKey('guessed')).status).toBe(403);
    expect((await requestKey('a-viewer-who-has-paid', 'another')).status).toBe(404);
    expect(await (await requestKey('a-viewer-who-has-paid')).json()).toMatchObject({ type: 'temporary', keys: [{ kty: 'oct' }] });
  });

  it('has no other files', async () => {
    for (const path of ['video-240/99.m4s', 'video-240/..%2f1.m4s', 'secret']) expect((await get(path)).status, path).toBe(404);
    expect((await get('master.m3u8', { method: 'POST' })).status).toBe(405);
  });
});
