import { expect } from 'chai';
import { captions } from '../../streams/row.js';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';

/** How often the part of dash.js that reads TTML was fetched. */
const fetched = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/chunks/imsc-')).length;

describe('what reads TTML', () => {
  staySilent();
  let at: Stage;
  beforeEach(async () => void (at = await stage()));
  afterEach(() => at.leave());

  // The tests stand in an order: a part that has come stays.
  it('is not fetched for captions in WebVTT', async () => {
    await at.play('/streams/wvtt/manifest.mpd');
    await captions('Cue 1')(at);
    expect(fetched()).to.equal(0);
  });

  it('is fetched when such captions are wanted, and not for the film that has them', async () => {
    await at.play('/streams/stpp/manifest.mpd');
    expect(fetched()).to.equal(0);
    await captions('Cue 1')(at);
    expect(fetched()).to.equal(1);
  });

  it('serves the next film as well', async () => {
    await at.play('/streams/ttml/manifest.mpd');
    await captions('Cue 1')(at);
    expect(fetched()).to.equal(1);
  });
});
