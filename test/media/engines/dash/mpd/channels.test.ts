import { describe, expect, it } from 'vitest';
import { channelsOf } from '../../../../../src/media/engines/dash/mpd/channels.js';

const mpeg = 'urn:mpeg:dash:23003:3:audio_channel_configuration:2011';
const cicp = 'urn:mpeg:mpegB:cicp:ChannelConfiguration';
const dolby = 'tag:dolby.com,2014:dash:audio_channel_configuration:2011';

describe('channelsOf()', () => {
  it.each([
    [mpeg, '2', 2],
    [mpeg, '6', 6],
    [cicp, '12', 8],
    [cicp, '99', undefined],
    [dolby, 'F801', undefined],
    [dolby, '0004', undefined],
    [mpeg, '-1', undefined],
    [mpeg, '2.5', undefined],
    ['', 'constructor', undefined]
  ])('reads the scheme %j with the value %j as %s channels', (schemeIdUri, value, channels) => {
    expect(channelsOf([{ schemeIdUri, value }])).toBe(channels);
  });

  it('returns undefined without AudioChannelConfiguration', () => {
    expect(channelsOf([])).toBeUndefined();
  });
});
