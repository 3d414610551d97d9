import { describe, expect, it } from 'vitest';
import { auditStandIn, otherHosts } from './audited.js';
import { answers, leaks } from './canary/leaks.js';

describe('the canary page', () => {
  it(`has its ${leaks.length} kinds of leak found, and nothing else`, { timeout: 240_000 }, async () => {
    const { report, code, asked } = await auditStandIn(
      'https://canary.test/',
      (request, response) => {
        const found = answers[`${request.headers.host}${request.url}`];
        response.setHeader('access-control-allow-origin', '*');
        if (request.url === '/redirect') response.writeHead(302, { location: 'https://redirect.leak.test/r.png' }).end();
        else if (found) response.writeHead(200, { 'content-type': found[0] }).end(found[1]);
        else response.writeHead(204).end();
      },
      '--watch',
      '2'
    );
    expect(otherHosts(report).sort()).toEqual(leaks.map(({ name }) => `${name}.leak.test`).sort());
    // The stand-in agrees: what it was asked for is in the report. A connection alone asks for nothing.
    expect(otherHosts(report)).toEqual(expect.arrayContaining(asked.filter((host) => host.endsWith('.leak.test'))));
    expect(code).toBe(1);
  });
});
