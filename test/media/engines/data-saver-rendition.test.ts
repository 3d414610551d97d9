import { describe, expect, it } from 'vitest';
import { dataSaverRendition } from '../../../src/media/engines/data-saver-rendition.js';

const dataSaverRenditionOf = (...renditions: readonly [height: number, bitrate: number][]) =>
  dataSaverRendition(renditions.map(([height, bitrate]) => ({ height, bitrate })));

describe('dataSaverRendition()', () => {
  it.each([
    ['the rendition with the lowest bitrate', dataSaverRenditionOf([720, 2000], [360, 800], [1080, 5000]), 800],
    ['the lowest rendition that is not too small', dataSaverRenditionOf([144, 100], [240, 300], [720, 2000]), 300],
    ['the lowest rendition when all are too small', dataSaverRenditionOf([144, 100], [180, 150]), 100],
    ['the lowest rendition when their sizes are not known', dataSaverRenditionOf([0, 900], [0, 300]), 300]
  ])('returns %s', (_, rendition, bitrate) => expect(rendition?.bitrate).toBe(bitrate));

  it('returns undefined without renditions', () => expect(dataSaverRenditionOf()).toBeUndefined());
});
