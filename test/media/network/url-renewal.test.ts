import { describe, expect, it } from 'vitest';
import { expiryOf } from '../../../src/media/network/url-renewal.js';

const expiryOfPath = (path: string) => expiryOf(new URL(path, 'https://media.test/'));

describe('expiryOf()', () => {
  it.each([
    ['CloudFront', 'a.m3u8?Expires=1900000000&Signature=x', 1_900_000_000_000],
    ['nginx', 'a.m3u8?md5=x&expires=1900000000', 1_900_000_000_000],
    ['Akamai, in the query', 'a.m3u8?hdnts=st=1~exp=1900000000~acl=/*~hmac=x', 1_900_000_000_000],
    ['Akamai, in the path', 'exp=1900000000~acl=x/a.m3u8', 1_900_000_000_000],
    ['Bunny', 'bcdn_token=x&expires=1900000000/a.m3u8', 1_900_000_000_000],
    ['Amazon S3', 'a.mp4?X-Amz-Date=20300101T000000Z&X-Amz-Expires=3600', Date.UTC(2030, 0, 1, 1)],
    ['Google', 'a.mp4?X-Goog-Date=20300101T000010Z&X-Goog-Expires=60', Date.UTC(2030, 0, 1, 0, 1, 10)],
    ['Azure', 'a.mp4?se=2030-01-01T00%3A00%3A00Z&sig=x', Date.UTC(2030, 0, 1)]
  ])('reads the expiry of a signed URL: %s', (_, path, expiry) => expect(expiryOfPath(path)).toBe(expiry));

  it.each([
    'a.m3u8',
    'a.m3u8?token=abc',
    'a.m3u8?expires=soon',
    'a.m3u8?expires=12345678901234',
    'a.m3u8?X-Amz-Expires=60',
    'a.mp4?se=2030-01-01'
  ])('returns undefined for %s', (path) => expect(expiryOfPath(path)).toBeUndefined());
});
