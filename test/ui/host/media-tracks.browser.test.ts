import { expect } from 'chai';
import { waitForRender, liveState, mount, playingState, type TestPlayer } from '../mount.js';

/** Records the types of the events that a target fires. */
const recordEvents = (target: EventTarget, types: string[]): string[] => {
  const events: string[] = [];
  for (const type of types) target.addEventListener(type, () => events.push(type));
  return events;
};

describe('videoRenditions', () => {
  const eventTypes = ['addrendition', 'removerendition', 'change'];

  it('is the list that media-tracks defines', async () => {
    const player = await mount(playingState);
    const { videoRenditions } = player;
    expect([...videoRenditions].map(({ id, height, selected }) => [id, height, selected])).to.deep.equal([
      ['low', 360, false],
      ['mid', 720, false],
      ['high', 1080, false]
    ]);
    expect([videoRenditions.length, videoRenditions.selectedIndex, videoRenditions[1]!.id]).to.deep.equal([3, -1, 'mid']);
    expect(videoRenditions.getRenditionById('high')).to.equal(videoRenditions[2]);
    expect(videoRenditions.getRenditionById('none')).to.equal(null);
    expect({ ...videoRenditions[0] }, 'as media-chrome copies it').to.include({ id: 'low', height: 360, selected: false });
  });

  it('requests a rendition when selectedIndex is set, and changes selectedIndex when the engine reports it', async () => {
    const player = await mount(playingState);
    const events = recordEvents(player.videoRenditions, eventTypes);
    player.videoRenditions.selectedIndex = 2;
    expect([player.videoRenditions.selectedIndex, ...player.fake.calls]).to.deep.equal([-1, ['quality.choose', 'high']]);
    player.fake.set({ quality: { choice: 'high' } });
    await waitForRender(player);
    expect([player.videoRenditions.selectedIndex, player.videoRenditions[2]!.selected]).to.deep.equal([2, true]);
    player.videoRenditions.selectedIndex = -1;
    expect(player.fake.calls.at(-1)).to.deep.equal(['quality.choose', 'auto']);
    expect(events).to.deep.equal(['change']);
  });

  it('fires events when renditions are added and removed', async () => {
    const player = await mount(playingState);
    const events = recordEvents(player.videoRenditions, eventTypes);
    player.fake.set({ quality: { renditions: [] } });
    await waitForRender(player);
    expect([player.videoRenditions.length, player.videoRenditions[0]]).to.deep.equal([0, undefined]);
    player.fake.set({ quality: { renditions: playingState.quality!.renditions!.slice(0, 1) } });
    await waitForRender(player);
    expect(events).to.deep.equal(['removerendition', 'removerendition', 'removerendition', 'addrendition']);
  });
});

describe('audioTracks', () => {
  it('is a list with one enabled track, and requests another track when that is enabled', async () => {
    const player = await mount(playingState);
    const { audioTracks } = player;
    const events = recordEvents(audioTracks, ['addtrack', 'removetrack', 'change']);
    const enabled = () => [...audioTracks].map(({ id, enabled }) => `${id} ${enabled}`);
    expect(enabled()).to.deep.equal(['a true', 'b false']);
    for (const track of audioTracks) track.enabled = track.id === 'b';
    expect(player.fake.calls).to.deep.equal([['audio.choose', 'b']]);
    player.fake.set({ audio: { choice: 'b' } });
    await waitForRender(player);
    expect([enabled(), events]).to.deep.equal([['a false', 'b true'], ['change']]);
    expect(audioTracks.getTrackById('b')).to.equal(audioTracks[1]);
  });
});

describe('the stream type', () => {
  const streamTypeAndWindow = (player: TestPlayer) => [player.streamType, player.targetLiveWindow];

  it('is reported together with the live window, and their changes fire events', async () => {
    const player = await mount();
    const events = recordEvents(player, ['streamtypechange', 'targetlivewindowchange']);
    expect(streamTypeAndWindow(player)).to.deep.equal(['unknown', NaN]);
    player.fake.set({ live: { streamType: 'on-demand' } });
    await waitForRender(player);
    expect([streamTypeAndWindow(player), events]).to.deep.equal([['on-demand', NaN], ['streamtypechange']]);
    player.fake.set(liveState);
    await waitForRender(player);
    expect([streamTypeAndWindow(player), events.slice(1)]).to.deep.equal([
      ['live', Infinity],
      ['streamtypechange', 'targetlivewindowchange']
    ]);
    player.fake.set({ live: { dvr: false } });
    await waitForRender(player);
    expect(streamTypeAndWindow(player)).to.deep.equal(['live', 0]);
    expect(player.liveEdgeStart).to.deep.equal(NaN);
  });

  it('can be set by attributes before a source has loaded', async () => {
    const player = await mount({}, { 'stream-type': 'live', 'target-live-window': '7200' });
    expect(streamTypeAndWindow(player)).to.deep.equal(['live', 7200]);
  });
});
