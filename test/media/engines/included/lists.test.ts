import { expect, it } from 'vitest';
import { includedEngines as all } from '../../../../src/media/engines/included/all.js';
import { includedEngines as dash } from '../../../../src/media/engines/included/dash.js';
import { includedEngines as file } from '../../../../src/media/engines/included/file.js';
import { includedEngines as hls } from '../../../../src/media/engines/included/hls.js';

// The first entry of each list refuses the other kinds of source.
const lists = [hls, dash, file].map((engines) => engines.slice(1));

it('each engine of the complete player is in the list for a kind of source, in the same order', () => {
  expect(new Set(lists.flat())).toEqual(new Set(all));
  for (const engines of lists) expect(engines).toEqual(all.filter((engine) => engines.includes(engine)));
});

it('no list for one kind of source contains all engines', () => {
  for (const engines of lists) expect(engines.length).toBeLessThan(all.length);
});
