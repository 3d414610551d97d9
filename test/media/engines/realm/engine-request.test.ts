import { describe, expect, it } from 'vitest';
import { requestOf } from '../../../../src/media/engines/realm/engine-request.js';

const engineRequest = {
  method: 'post',
  headers: new Headers({ range: 'bytes=0-9', 'CMCD-Session': 'sid="4711"', authorization: 'x' }),
  body: 'viewer'
};

describe('requestOf()', () => {
  it.each(['manifest', 'segment', 'key', 'text', 'clock'] as const)(
    'sends a %s request as GET, without a body and with no header but Range',
    (kind) => {
      expect(requestOf(kind, engineRequest)).toEqual({ method: 'GET', headers: { range: 'bytes=0-9' } });
    }
  );

  it('keeps the method HEAD, and sends no header when there is no Range', () => {
    expect(requestOf('clock', { method: 'head', headers: new Headers({ 'x-viewer': '4711' }) })).toEqual({ method: 'HEAD', headers: {} });
  });

  it('keeps method, headers and body of a licence request', () => {
    expect(requestOf('license', engineRequest)).toEqual({ ...engineRequest, duplex: 'half' });
  });
});
