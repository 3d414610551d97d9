import { expect } from 'chai';

/** A request that reached a host other than the page's own. */
interface Stranger {
  readonly host: string;
  readonly url: string;
}

const strangers = async (): Promise<Stranger[]> => (await fetch('/silent-hits')).json() as Promise<Stranger[]>;

/** Ends every test of a file with the question whether a second origin was contacted; only the test that did so fails. */
export function staySilent(): void {
  let known = 0;
  before(async () => void (known = (await strangers()).length));
  afterEach(async () => {
    const all = await strangers();
    const fresh = all.slice(known);
    known = all.length;
    expect(fresh, 'requests to a second origin').to.deep.equal([]);
  });
}
