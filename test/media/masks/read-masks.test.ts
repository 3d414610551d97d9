import { expect, it } from 'vitest';
import { masksBetween } from '../../../src/media/masks/mask.js';
import { readMasks } from '../../../src/media/masks/read-masks.js';

it('readMasks() reads the regions of a WebVTT file, one a line, and those of a JSON file', () => {
  const vtt = 'WEBVTT\n\n00:10.000 --> 00:20.000\nxywh=percent:10,20,30,40\n#xywh=percent:0.5,0,99.5,100\n';
  expect(readMasks(vtt)).toEqual([
    { start: 10, end: 20, x: 10, y: 20, width: 30, height: 40 },
    { start: 10, end: 20, x: 0.5, y: 0, width: 99.5, height: 100 }
  ]);
  expect(readMasks('[{ "start": 10, "end": 20, "xywh": "percent:10,20,30,40" }, { "xywh": "percent:1,2,3,4" }]')).toEqual([
    { start: 10, end: 20, x: 10, y: 20, width: 30, height: 40 },
    { start: 0, end: Infinity, x: 1, y: 2, width: 3, height: 4 }
  ]);
});

for (const region of [
  '',
  '10,20,30,40',
  'xywh=10,20,30,40',
  'xywh=pixel:10,20,30,40',
  'percent:10,20,30',
  'percent:10,20,0,40',
  'percent:100,20,30,40',
  'percent:-1,20,30,40',
  'percent:1e1,20,30,40',
  'percent:10, 20, 30, 40',
  'percent:10,20,30,40 face'
])
  it(`readMasks() refuses a file with a region that cannot be read: "${region}"`, () => {
    expect(() => readMasks(JSON.stringify([{ xywh: region }]))).toThrow('is not a region');
    expect(() => readMasks(`WEBVTT\n\n00:10.000 --> 00:20.000\nxywh=percent:1,2,3,4\n${region}x\n`)).toThrow('is not a region');
  });

it('masksBetween() returns the masks that apply to any moment between two times', () => {
  const masks = readMasks('WEBVTT\n\n00:10.000 --> 00:20.000\npercent:1,1,1,1\n\n00:30.000 --> 00:40.000\npercent:3,3,3,3\n');
  const found = (from: number, to: number) => masksBetween(masks, from, to).map(({ x }) => x);
  expect([found(0, 9.9), found(9, 10), found(12, 13), found(20, 20), found(20.1, 29.9), found(15, 35)]).toEqual([
    [],
    [1],
    [1],
    [1],
    [],
    [1, 3]
  ]);
});
