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
    const player = await mountVideo({
      id: 'player',
      'title-text': 'A day on the delta',
      poster: '/media/poster.jpg',
      chapters: '/media/chapters.vtt'
    });
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

  it('go to the previous and the next entry of a playlist, and to the chapters again without one', async () => {
    const player = document.querySelector('jet-player')!;
    const links = ['One', 'Two'].map((textContent) => Object.assign(document.createElement('a'), { textContent, href: player.src }));
    for (const { dataset } of links) dataset.chapters = '/media/chapters.vtt';
    const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: player.id });
    playlist.append(...links);
    document.body.append(playlist);
    links[0]!.ariaCurrent = 'true';
    await playlist.updateComplete;
    press('nexttrack');
    expect(links.map(({ ariaCurrent }) => ariaCurrent)).to.deep.equal([null, 'true']);
    await until('the keys are set for the new source', () => Boolean(known.get('previoustrack')));
    press('previoustrack');
    expect(links.map(({ ariaCurrent }) => ariaCurrent)).to.deep.equal(['true', null]);
    playlist.remove();
    await until('the chapters are there', () => player.player!.state.current.chapters.list.length > 0 && player.readyState > 0);
    await until('the keys are set again', () => Boolean(known.get('nexttrack')));
    player.currentTime = 30;
    press('nexttrack');
    expect(player.currentTime).to.equal(33);
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
