import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

type Handlers = Map<MediaSessionAction, MediaSessionActionHandler | null>;

/** Records the action handlers that are set. */
function recordHandlers(): Handlers {
  const handlers: Handlers = new Map();
  const { mediaSession } = navigator;
  Object.defineProperty(mediaSession, 'setActionHandler', {
    configurable: true,
    value: (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => handlers.set(action, handler)
  });
  return handlers;
}

describe('the system media controls', () => {
  const handlers = recordHandlers();
  const callHandler = (action: MediaSessionAction, details: object = {}) => handlers.get(action)!({ action, ...details });
  after(() => Reflect.deleteProperty(navigator.mediaSession, 'setActionHandler'));

  it('get title, artwork and handlers from the playing player', async () => {
    const player = await mountVideo({
      id: 'player',
      'title-text': 'A day on the delta',
      poster: '/media/poster.jpg',
      chapters: '/media/chapters.vtt'
    });
    expect(navigator.mediaSession.metadata).to.equal(null);
    await until('the poster has loaded', () => player.video.poster !== '');
    await player.play();
    await until('the metadata is set', () => navigator.mediaSession.metadata !== null);
    const { title, artwork } = navigator.mediaSession.metadata!;
    expect([title, artwork.map(({ src }) => src.slice(0, 5))]).to.deep.equal(['A day on the delta', ['blob:']]);
    callHandler('pause');
    expect(player.paused).to.equal(true);
    callHandler('seekto', { seekTime: 30 });
    expect(player.currentTime).to.equal(30);
    callHandler('seekbackward');
    callHandler('seekforward', { seekOffset: 5 });
    expect(player.currentTime).to.equal(25);
    await until('the chapters have loaded', () => player.player!.state.current.chapters.list.length > 0);
    callHandler('nexttrack');
    expect(player.currentTime).to.equal(33);
    player.titleText = 'Another day';
    await player.updateComplete;
    expect(navigator.mediaSession.metadata!.title).to.equal('Another day');
    callHandler('play');
    await until('the video plays', () => !player.paused);
  });

  it('go to the previous and the next entry of a playlist, and to the next chapter when the playlist is removed', async () => {
    const player = document.querySelector('jet-player')!;
    const links = ['One', 'Two'].map((textContent) => Object.assign(document.createElement('a'), { textContent, href: player.src }));
    for (const { dataset } of links) dataset.chapters = '/media/chapters.vtt';
    const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: player.id });
    playlist.append(...links);
    document.body.append(playlist);
    links[0]!.ariaCurrent = 'true';
    await playlist.updateComplete;
    callHandler('nexttrack');
    expect(links.map(({ ariaCurrent }) => ariaCurrent)).to.deep.equal([null, 'true']);
    await until('the handlers are set for the new source', () => Boolean(handlers.get('previoustrack')));
    callHandler('previoustrack');
    expect(links.map(({ ariaCurrent }) => ariaCurrent)).to.deep.equal(['true', null]);
    playlist.remove();
    await until('the chapters have loaded', () => player.player!.state.current.chapters.list.length > 0 && player.readyState > 0);
    await until('the handlers are set for the chapters', () => Boolean(handlers.get('nexttrack')));
    player.currentTime = 30;
    callHandler('nexttrack');
    expect(player.currentTime).to.equal(33);
  });

  it('are cleared when the player is removed', async () => {
    document.querySelector('jet-player')!.remove();
    await until('the metadata is cleared', () => navigator.mediaSession.metadata === null);
    expect([...handlers.values()].every((handler) => handler === null)).to.equal(true);
  });

  it('get no artwork that they would have to fetch', async () => {
    const player = await mountVideo({ 'title-text': 'x' });
    Object.defineProperty(player.video, 'poster', { value: 'https://tracker.example/poster.jpg' });
    await player.play();
    await until('the metadata is set', () => navigator.mediaSession.metadata !== null);
    expect(navigator.mediaSession.metadata!.artwork.length).to.equal(0);
  });
});
