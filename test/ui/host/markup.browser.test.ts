import { expect } from 'chai';
import { until } from '../../support/until.js';
import { defineElements } from '../../../src/ui/define.js';
import { noDefaultTrack, unless } from '../../support/known-limits.js';
import { mount, part, TestPlayer } from '../mount.js';

defineElements();

const videoUrl = new URL('/demo/media/film.mp4', location.href).href;

/** Mounts a player from markup, as the parser of a page does. */
async function mountMarkup(markup: string): Promise<TestPlayer> {
  const { body } = new DOMParser().parseFromString(`<body><test-player ${markup}</test-player>`, 'text/html');
  document.body.replaceChildren(document.adoptNode(body.firstElementChild!));
  const player = document.body.firstElementChild as TestPlayer;
  await waitForUpdate(player);
  return player;
}

/** Waits until the element has applied its changes. */
async function waitForUpdate(player: TestPlayer): Promise<void> {
  await new Promise(requestAnimationFrame);
  await player.updateComplete;
}

/** Returns the lists of sources passed to `load`. */
const loadedSources = (player: TestPlayer): string[][] =>
  player.fake.calls
    .filter(([name]) => name === 'load')
    .map(([, sources]) => (sources as { src: string; type: string }[]).map(({ src, type }) => (type ? `${src} ${type}` : src)));

describe('a player in markup', () => {
  it('loads src with its type', async () => {
    const player = await mountMarkup(`src="a.m3u8" type="application/x-mpegurl">`);
    expect(loadedSources(player)).to.deep.equal([['a.m3u8 application/x-mpegurl']]);
  });

  it('loads an empty URL when src is empty', async () => {
    expect(loadedSources(await mountMarkup(`src="">`))).to.deep.equal([['']]);
  });

  it('loads nothing when there is no source', async () => {
    expect(loadedSources(await mountMarkup('>'))).to.deep.equal([]);
  });

  it('loads the <source> children in their order', async () => {
    const player = await mountMarkup(`><source src="/a.mpd" type="application/dash+xml"><source src="/b.mp4">`);
    expect(loadedSources(player)).to.deep.equal([[`${location.origin}/a.mpd application/dash+xml`, `${location.origin}/b.mp4`]]);
  });

  it('loads only src when there are <source> children as well', async () => {
    expect(loadedSources(await mountMarkup(`src="a.mp4"><source src="b.mp4">`))).to.deep.equal([['a.mp4']]);
  });

  it('loads once when several attributes change in one task, and not when the source is the same', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    await waitForUpdate(player);
    player.src = 'b.mpd';
    player.type = 'application/dash+xml';
    player.setAttribute('src', 'b.mpd');
    await waitForUpdate(player);
    player.append(document.createElement('p'));
    await waitForUpdate(player);
    expect(loadedSources(player)).to.deep.equal([['a.mp4'], ['b.mpd application/dash+xml']]);
  });

  it('loads again when children are added or removed', async () => {
    const player = await mount();
    const source = Object.assign(document.createElement('source'), { src: '/late.mp4' });
    player.append(source);
    await waitForUpdate(player);
    source.remove();
    await waitForUpdate(player);
    expect(loadedSources(player)).to.deep.equal([[`${location.origin}/late.mp4`], []]);
  });

  it('plays the new source when play() follows src in the same task', async () => {
    const player = await mount();
    player.src = 'a.mp4';
    void player.play();
    expect(player.fake.calls.map(([name]) => name)).to.deep.equal(['load', 'playback.play']);
  });

  it('reloads the same sources when load() is called', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    await waitForUpdate(player);
    player.load();
    expect(loadedSources(player)).to.deep.equal([['a.mp4'], ['a.mp4']]);
  });

  it('reloads a source when it is removed and added again, also before a play() in the same task', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    await waitForUpdate(player);
    player.removeAttribute('src');
    player.src = 'a.mp4';
    void player.play();
    expect(loadedSources(player)).to.deep.equal([['a.mp4'], ['a.mp4']]);
  });

  it('sets attributes when a framework sets properties, and keeps load() as a method', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    await waitForUpdate(player);
    Object.assign(player, { load: 'play' });
    expect(player.getAttribute('load')).to.equal('play');
    player.load();
    expect(loadedSources(player)).to.deep.equal([['a.mp4'], ['a.mp4']]);
    for (const name of ['src', 'type', 'poster', 'chapters', 'thumbnails']) {
      Object.assign(player, { [name]: '/x' });
      expect(player.hasAttribute(name), name).to.equal(true);
      Object.assign(player, { [name]: undefined });
      expect(player.hasAttribute(name), name).to.equal(false);
    }
  });

  it('takes over the source and the attributes of a fallback <video>, and empties it', async () => {
    const player = await mountMarkup(
      `><video src="${videoUrl}" poster="/none.jpg" controls autoplay muted loop><track src="/none.vtt" srclang="nl"></video>`
    );
    const fallback = player.querySelector('video')!;
    expect(loadedSources(player)).to.deep.equal([[videoUrl]]);
    expect([player.loop, player.muted, player.autoplay, player.getAttribute('poster')]).to.deep.equal([true, true, true, '/none.jpg']);
    expect([fallback.autoplay, fallback.hasAttribute('src'), fallback.paused, fallback.preload]).to.deep.equal([
      false,
      false,
      true,
      'none'
    ]);
    expect(player.textTracks.length).to.equal(1);
  });

  it('loads on play when load is "play"', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'play' });
    await waitForUpdate(player);
    expect(loadedSources(player)).to.deep.equal([]);
    player.video.dispatchEvent(new Event('play'));
    expect(loadedSources(player)).to.deep.equal([['a.mp4']]);
  });

  it('loads nothing before playback when preload is "none"', async () => {
    const player = await mount({}, { src: 'a.mp4', preload: 'none' });
    await waitForUpdate(player);
    expect(loadedSources(player)).to.deep.equal([]);
  });

  it('loads when it becomes visible and load is "visible"', async () => {
    document.body.replaceChildren();
    const player = new TestPlayer();
    Object.assign(player, { src: 'a.mp4', loading: 'visible', hidden: true });
    document.body.append(player);
    await waitForUpdate(player);
    expect(loadedSources(player)).to.deep.equal([]);
    player.hidden = false;
    await waitForUpdate(player);
    await waitForUpdate(player);
    expect(loadedSources(player)).to.deep.equal([['a.mp4']]);
  });

  it('fetches a poster through the guard, as a blob, and removes it when its attribute is removed', async () => {
    const player = await mount({}, { poster: '/demo/media/poster.jpg' });
    await until('the poster is shown', () => player.video.poster !== '');
    expect(player.video.poster).to.match(/^blob:/);
    expect(player.fake.session.guard.log.contacted.map(({ origin, requests }) => [origin, requests])).to.deep.equal([[location.origin, 1]]);
    player.removeAttribute('poster');
    expect(player.video.hasAttribute('poster')).to.equal(false);
  });

  it("fetches a poster once, before playback, when it is on the page's own host", async () => {
    const player = await mount({}, { poster: '/demo/media/poster.jpg', src: 'a.mp4', load: 'play' });
    await until('the poster is shown', () => player.video.poster !== '');
    await player.play();
    await player.play();
    expect(player.fake.session.guard.log.contacted[0]!.requests).to.equal(1);
  });

  it('requests no poster of another host before playback', async () => {
    const player = await mount({}, { poster: 'https://elsewhere.example/p.jpg', src: 'a.mp4', load: 'play' });
    await waitForUpdate(player);
    expect(player.fake.session.guard.log.blocked).to.deep.equal([]);
  });

  it('derives the network settings from its attributes, and allows the origins in its markup', async () => {
    const player =
      await mountMarkup(`allow-origins="https://a.example  https://*.b.example" poster="https://p.example/p.jpg" redirects="follow"
      native-hls="allow" privacy="strict" native-files="never" withdrawn="1-2" withdrawals="https://w.example/w.vtt"
      masks="https://q.example/q.vtt" max-height="720" stream-type="live"
      crossorigin="use-credentials" credential-origins="https://m.example, https://n.example"><track src="https://t.example/t.vtt">`);
    // These are properties, because no attribute can hold them.
    const unset = { drm: undefined, requestHook: undefined, refreshSource: undefined };
    expect(player.settings()).to.deep.equal({
      ...unset,
      allow: [
        'https://a.example',
        'https://*.b.example',
        'https://p.example',
        'https://w.example',
        'https://q.example',
        'https://t.example'
      ],
      redirects: 'follow',
      credentials: 'include',
      credentialOrigins: ['https://m.example', 'https://n.example'],
      nativeHls: true,
      privacy: 'strict',
      nativeFiles: false,
      withdrawn: '1-2',
      withdrawals: 'https://w.example/w.vtt',
      masks: 'https://q.example/q.vtt',
      guardFiles: true,
      maxHeight: 720,
      streamType: 'live'
    });
    for (const name of [
      'stream-type',
      'allow-origins',
      'poster',
      'redirects',
      'native-hls',
      'privacy',
      'native-files',
      'withdrawn',
      'withdrawals',
      'masks',
      'max-height',
      'crossorigin',
      'credential-origins'
    ])
      player.removeAttribute(name);
    player.replaceChildren();
    expect(player.settings()).to.deep.equal({
      ...unset,
      ...{
        allow: [],
        redirects: 'error',
        credentials: 'omit',
        nativeHls: false,
        nativeFiles: true,
        guardFiles: true,
        withdrawn: '',
        withdrawals: '',
        masks: '',
        maxHeight: Infinity
      }
    });
  });

  it('shows no poster when the guard blocks it', async () => {
    const player = await mount({}, { poster: 'https://elsewhere.example/p.jpg' });
    await waitForUpdate(player);
    expect(player.fake.session.guard.log.blocked.map(({ origin, kind }) => [origin, kind])).to.deep.equal([
      ['https://elsewhere.example', 'image']
    ]);
    expect(part<HTMLVideoElement>(player, 'video').poster).to.equal('');
  });

  unless(noDefaultTrack)('fetches a <track> through the guard when it is first shown', async () => {
    const player = await mount();
    const markup = [
      ['en', false],
      ['nl', true]
    ] as const;
    player.append(
      ...markup.map(([srclang, chosen]) =>
        Object.assign(document.createElement('track'), {
          src: `/demo/media/captions/${srclang}.vtt`,
          srclang,
          label: srclang,
          kind: 'captions',
          default: chosen
        })
      )
    );
    await waitForUpdate(player);
    const [en, nl] = player.textTracks;
    await until('the shown captions have loaded', () => Boolean(nl!.cues?.length));
    expect([...player.textTracks].map(({ language, mode }) => [language, mode])).to.deep.equal([
      ['en', 'disabled'],
      ['nl', 'showing']
    ]);
    expect(nl!.cues!.length).to.be.greaterThan(0);
    expect(en!.cues).to.equal(null);
    expect(player.fake.session.guard.log.contacted[0]!.requests).to.equal(1);
    en!.mode = 'showing';
    await until('the other captions have loaded', () => Boolean(en!.cues?.length));
    expect(en!.cues!.length).to.be.greaterThan(0);
  });
});
