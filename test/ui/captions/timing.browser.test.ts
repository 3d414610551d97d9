import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { expectCueInTime, isRepresentative, sources } from './timing.js';

describe('captions appear and disappear within 50 ms of their cue times', () => {
  expectNoThirdPartyRequests();

  for (const source of sources.filter(isRepresentative)) {
    it(`with ${source.title}`, async function () {
      // On a busy machine, the page may run too late.
      this.retries(3);
      await expectCueInTime(source);
    });
  }
});
