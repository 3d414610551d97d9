import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { expectInTime, isRepresentative, sources } from './timing.js';

describe('captions are drawn at their time', () => {
  expectNoThirdPartyRequests();

  for (const source of sources.filter((source) => !isRepresentative(source))) {
    it(`within 50 ms: ${source.title}`, async function () {
      // On a busy machine, the page itself may run too late.
      this.retries(3);
      await expectInTime(source);
    });
  }
});
