import { describe, expect, it } from 'vitest';
import { auditLocally, otherHosts } from './audited.js';
import { sendVideo } from './short-video.js';
import { leakResponses, leaks } from './canary/leaks.js';

describe('the audit of the canary page', () => {
  it(`finds the host of each of the ${leaks.length} leaks, and no other host`, { timeout: 240_000 }, async () => {
    const { report, code, contacted } = await auditLocally(
      'https://canary.test/',
      (request, response) => {
        if (sendVideo(request, response)) return;
        const leakResponse = leakResponses[`${request.headers.host}${request.url}`];
        response.setHeader('access-control-allow-origin', '*');
        if (request.url === '/redirect') response.writeHead(302, { location: 'https://redirect.leak.test/r.png' }).end();
        else if (leakResponse) response.writeHead(200, { 'content-type': leakResponse[0] }).end(leakResponse[1]);
        else response.writeHead(204).end();
      },
      '--watch',
      '2'
    );
    expect(otherHosts(report).sort()).toEqual(leaks.map(({ name }) => `${name}.leak.test`).sort());
    // The report contains every host that received a request. A preconnect alone sends none.
    expect(otherHosts(report)).toEqual(expect.arrayContaining(contacted.filter((host) => host.endsWith('.leak.test'))));
    expect(code).toBe(1);
  });
});
