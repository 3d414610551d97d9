import { expect } from 'chai';

/** The requests that reached any host but the page's own, since the browser started. */
export async function strangers(): Promise<{ host: string; url: string }[]> {
  return (await fetch('/silent-hits')).json() as Promise<{ host: string; url: string }[]>;
}

/** Ends every test of a file with the question whether a second origin was contacted. */
export function staySilent(): void {
  afterEach(async () => expect(await strangers(), 'requests to a second origin').to.deep.equal([]));
}
