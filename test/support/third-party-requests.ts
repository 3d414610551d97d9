import { expect } from 'chai';

/** A request that reached a host other than the page's own. */
interface ThirdPartyRequest {
  readonly host: string;
  readonly url: string;
}

const thirdParties = async (): Promise<ThirdPartyRequest[]> => (await fetch('/silent-hits')).json() as Promise<ThirdPartyRequest[]>;

/** Checks after every test of a file that no third party received a request; only the test that caused one fails. */
export function expectNoThirdPartyRequests(): void {
  let known = 0;
  before(async () => void (known = (await thirdParties()).length));
  afterEach(async () => {
    const all = await thirdParties();
    const fresh = all.slice(known);
    known = all.length;
    expect(fresh, 'requests to a third party').to.deep.equal([]);
  });
}
