import { describe, expect, it } from 'vitest';
import { refusedQueries } from '../../embed/refused-queries.js';
import { cases } from '../../promises/hostile/cases/index.js';
import { httpsCases, nativeHlsCases } from './over-http.js';

/** The names by which a browser can leave out a case: those of the hostile cases, and the titles of the refused queries of the embed. */
const names = [
  ...cases.map(({ name }) => name),
  ...[...refusedQueries].map(([name]) => `shows an error screen instead of a player: ${name}`)
];

describe('the cases that some browsers leave out', () => {
  it.each([...httpsCases, ...nativeHlsCases])('exist: %s', (name) => expect(names).toContain(name));

  it('canary: the names of the cases do not contain a name that no case has', () => expect(names).not.toContain('no such case'));
});
