import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../../src/media/engines/file/file-size.js';

const response = (status: number, headers: Record<string, string>) => new Response(null, { status, headers });

describe('the size of a file', () => {
  it.each([
    ['from Content-Range', response(206, { 'content-range': 'bytes 10-99/100', 'content-length': '90' }), 10, 100],
    ['from Content-Length, when Content-Range cannot be read', response(206, { 'content-length': '90' }), 10, 100],
    ['is unknown for a whole file', response(200, { 'content-length': '100' }), 0, undefined],
    ['is unknown for another part', response(206, { 'content-range': 'bytes 0-99/100' }), 10, undefined],
    ['is unknown for a size that the server does not know', response(206, { 'content-range': 'bytes 0-99/*' }), 0, undefined],
    ['is unknown for compressed bytes', response(206, { 'content-length': '90', 'content-encoding': 'gzip' }), 0, undefined]
  ])('%s', (_, given, start, size) => {
    expect(sizeOf(given, start)).toBe(size);
  });
});
