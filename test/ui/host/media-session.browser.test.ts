import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

type Handlers = Map<MediaSessionAction, MediaSessionActionHandler | null>;

/** Records the action handlers that are set. */
function handlers(): Handlers {
  const known: Handlers = new Map();
  const { mediaSession } = navigator;
  Object.defineProperty(mediaSession, 'setActionHandler', {
    configurable: true,
    value: (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => known.set(action, handler)
  });
  return known;
}

describe('the system media controls', () => {
  const known = handlers();
  const press = (action: MediaSessionAction, details: object = {}) => known.get(action)!({ action, ...details });
  after(() => Reflect.deleteProperty(navigator.mediaSession, 'setActionHandler'));

  it('get title, artwork and handlers from the playing player', async () => {
    const player = await mountVideo({ 'title-text': 'A day on the delta', poster: '/media/poster.jpg', chapters: '/media/chapters.vtt' });
    expect(navigator.mediaSession.metadata).to.equal(null);
    await until('the poster is there', () => player.video.poster !== '');
    await player.play();
    await until('the metadata is set', () => navigator.mediaSession.metadata !== null);
    const { title, artwork } = navigator.mediaSession.metadata!;
    expect([title, artwork.map(({ src }) => src.slice(0, 5))]).to.deep.equal(['A day on the delta', ['blob:']]);
    press('pause');
    expect(player.paused).to.equal(true);
    press('seekto', { seekTime: 30 });
    expect(player.currentTime).to.equal(30);
    press('seekbackward');
    press('seekforward', { seekOffset: 5 });
    expect(player.currentTime).to.equal(25);
    await until('the chapters are there', () => player.player!.state.current.chapters.list.length > 0);
    press('nexttrack');
    expect(player.currentTime).to.equal(33);
    player.titleText = 'Another day';
    await player.updateComplete;
    expect(navigator.mediaSession.metadata!.title).to.equal('Another day');
    press('play');
    await until('it plays', () => !player.paused);
  });

  it('are cleared when the player is destroyed', async () => {
    document.querySelector('jet-player')!.remove();
    await until('they are cleared', () => navigator.mediaSession.metadata === null);
    expect([...known.values()].every((handler) => handler === null)).to.equal(true);
  });

  it('get no URL to fetch', async () => {
    const player = await mountVideo({ 'title-text': 'x' });
    Object.defineProperty(player.video, 'poster', { value: 'https://tracker.example/poster.jpg' });
    await player.play();
    await until('the metadata is set', () => navigator.mediaSession.metadata !== null);
    expect(navigator.mediaSession.metadata!.artwork.length).to.equal(0);
  });
});
