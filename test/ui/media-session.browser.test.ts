import { expect } from 'chai';
import { until } from '../support/until.js';
import { film } from './film.js';

type Handlers = Map<MediaSessionAction, MediaSessionActionHandler | null>;

/** Writes down what the system is told to call. */
function handlers(): Handlers {
  const known: Handlers = new Map();
  const { mediaSession } = navigator;
  Object.defineProperty(mediaSession, 'setActionHandler', {
    configurable: true,
    value: (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => known.set(action, handler)
  });
  return known;
}

describe('the system’s own controls', () => {
  const known = handlers();
  const press = (action: MediaSessionAction, details: object = {}) => known.get(action)!({ action, ...details });
  after(() => Reflect.deleteProperty(navigator.mediaSession, 'setActionHandler'));

  it('get title, artwork and handlers from the player that plays', async () => {
    const player = await film({ 'title-text': 'A day on the delta', poster: '/media/poster.jpg', chapters: '/media/chapters.vtt' });
    expect(navigator.mediaSession.metadata).to.equal(null);
    await until('the poster is there', () => player.video.poster !== '');
    await player.play();
    await until('the system is told', () => navigator.mediaSession.metadata !== null);
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

  it('are let go with the player', async () => {
    document.querySelector('jet-player')!.remove();
    await until('they are let go', () => navigator.mediaSession.metadata === null);
    expect([...known.values()].every((handler) => handler === null)).to.equal(true);
  });

  it('get no address to fetch from', async () => {
    const player = await film({ 'title-text': 'x' });
    Object.defineProperty(player.video, 'poster', { value: 'https://tracker.example/poster.jpg' });
    await player.play();
    await until('the system is told', () => navigator.mediaSession.metadata !== null);
    expect(navigator.mediaSession.metadata!.artwork.length).to.equal(0);
  });
});
