import { describe, expect, it } from 'vitest';
import { RequestLog } from '../../../src/media/network/request-log.js';

describe('RequestLog.reporting', () => {
  it('is empty when no host asks for reports', () => {
    const log = new RequestLog();
    log.recordCollectors('https://media.test', undefined);
    expect(log.reporting).toEqual([]);
  });

  it('lists each collector once per host', () => {
    const log = new RequestLog();
    log.recordCollectors('https://media.test', []);
    log.recordCollectors('https://media.test', ['https://a.test']);
    log.recordCollectors('https://media.test', ['https://a.test', 'https://b.test']);
    log.recordCollectors('https://cdn.test', []);
    expect(log.reporting).toEqual([
      { origin: 'https://media.test', collectors: ['https://a.test', 'https://b.test'] },
      { origin: 'https://cdn.test', collectors: [] }
    ]);
  });

  it('keeps at most 32 collectors when a host names another one in every response', () => {
    const log = new RequestLog();
    for (let index = 0; index < 1000; index++) log.recordCollectors('https://media.test', [`https://h${index}.test`]);
    expect(log.reporting[0]?.collectors).toHaveLength(32);
  });
});
