import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../../src/media/engines/file/file-size.js';

const responseWith = (status: number, headers: Record<string, string>) => new Response(null, { status, headers });

describe('sizeOf()', () => {
  it.each([
    ['the size in Content-Range', responseWith(206, { 'content-range': 'bytes 10-99/100', 'content-length': '90' }), 10, 100],
    ['the size according to Content-Length, when Content-Range is missing', responseWith(206, { 'content-length': '90' }), 10, 100],
    ['undefined for a response with the whole file', responseWith(200, { 'content-length': '100' }), 0, undefined],
    ['undefined for a response with another range', responseWith(206, { 'content-range': 'bytes 0-99/100' }), 10, undefined],
    ['undefined when the server does not know the size', responseWith(206, { 'content-range': 'bytes 0-99/*' }), 0, undefined],
    ['undefined for compressed bytes', responseWith(206, { 'content-length': '90', 'content-encoding': 'gzip' }), 0, undefined]
  ])('returns %s', (_, response, start, size) => {
    expect(sizeOf(response, start)).toBe(size);
  });
});
