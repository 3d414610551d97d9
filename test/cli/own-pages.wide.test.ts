import { afterAll, beforeAll, describe, it } from 'vitest';
import { createDemoServer } from '../../demo/server.mjs';
import { listen } from '../../demo/server/listen.mjs';
import { expectCleanAudit } from './own-pages.js';

describe('the audit of the project’s own pages', () => {
  const server = createDemoServer();
  let origin = '';
  beforeAll(async () => {
    origin = `http://localhost:${await listen(server, { port: 0, host: '127.0.0.1', searchFreePort: false })}`;
  });
  afterAll(() => void server.close());

  it('finds nothing on the embed page while the video plays', { timeout: 240_000 }, () =>
    expectCleanAudit(`${origin}/dist/embed/?src=/media/cmaf/master.m3u8`)
  );
});
