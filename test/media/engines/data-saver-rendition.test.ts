import { describe, expect, it } from 'vitest';
import { dataSaverRendition } from '../../../src/media/engines/data-saver-rendition.js';

const of = (...renditions: readonly [height: number, bitrate: number][]) =>
  dataSaverRendition(renditions.map(([height, bitrate]) => ({ height, bitrate })));

describe('dataSaverRendition', () => {
  it.each([
    ['the lowest bitrate', of([720, 2000], [360, 800], [1080, 5000]), 800],
    ['the lowest that is not too small', of([144, 100], [240, 300], [720, 2000]), 300],
    ['the lowest when all are too small', of([144, 100], [180, 150]), 100],
    ['the lowest when the sizes are not known', of([0, 900], [0, 300]), 300]
  ])('is %s', (_, rendition, bitrate) => expect(rendition?.bitrate).toBe(bitrate));

  it('is undefined when there are none', () => expect(of()).toBeUndefined());
});
