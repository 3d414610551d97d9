import { expect } from 'chai';

/** A request that reached a host other than the page's own. */
interface ThirdPartyRequest {
  readonly host: string;
  readonly url: string;
}

const fetchThirdPartyRequests = async (): Promise<ThirdPartyRequest[]> =>
  (await fetch('/silent-hits')).json() as Promise<ThirdPartyRequest[]>;

/** Checks after every test of a file that no third party received a request. Only the test that caused the request fails. */
export function expectNoThirdPartyRequests(): void {
  let knownCount = 0;
  before(async () => void (knownCount = (await fetchThirdPartyRequests()).length));
  afterEach(async () => {
    const requests = await fetchThirdPartyRequests();
    const newRequests = requests.slice(knownCount);
    knownCount = requests.length;
    expect(newRequests, 'requests to a third party').to.deep.equal([]);
  });
}
