import { expect } from 'chai';
import { Store } from '../../../src/lib/store.js';
import { noStream, type StreamState } from '../../../src/media/stream.js';
import type { FeatureContext } from '../../../src/media/features/feature-context.js';
import { time, type TimeCommands } from '../../../src/media/features/time.js';
import { until } from '../../support/until.js';

const fetchBytes = async (name: string) => (await fetch(`/media/cmaf/video-240/${name}`)).arrayBuffer();

/** Buffers the first segment of a video whose duration the browser does not know. */
async function openVideo(video: HTMLVideoElement): Promise<MediaSource> {
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((resolve) => source.addEventListener('sourceopen', resolve, { once: true }));
  const buffer = source.addSourceBuffer('video/mp4; codecs="avc1.4d4015"');
  for (const name of ['init.mp4', '1.m4s']) {
    buffer.appendBuffer(await fetchBytes(name));
    await new Promise((resolve) => buffer.addEventListener('updateend', resolve, { once: true }));
  }
  await until('the video has a frame', () => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
  return source;
}

describe('a seek before the duration is known', () => {
  let video: HTMLVideoElement;
  let lifetime: AbortController;
  let stream: Store<StreamState>;
  let commands: TimeCommands;

  beforeEach(() => {
    video = document.createElement('video');
    lifetime = new AbortController();
    stream = new Store<StreamState>(noStream);
    const session = Object.assign(new EventTarget(), { status: 'loading' });
    commands = time.setup({ video, stream, session, signal: lifetime.signal } as unknown as FeatureContext, () => undefined);
  });
  afterEach(() => {
    lifetime.abort();
    video.removeAttribute('src');
    video.load();
  });

  it('goes to its target once the duration of the presentation is known', async () => {
    const source = await openVideo(video);
    expect([video.duration, video.seekable.end(0)], 'duration and seekable end').to.deep.equal([Infinity, 2]);
    commands.seek(30);
    expect(video.currentTime, 'position before the duration is known').to.equal(0);
    commands.skip(3);
    source.duration = 64;
    await until('the video is at 33 s', () => video.currentTime === 33);
  });

  it('goes to the end of the seekable range of a live presentation when its target is after it', async () => {
    await openVideo(video);
    commands.seek(30);
    stream.patch({ live: { targetLatency: 3 } });
    await until('the video is at the end of its seekable range', () => video.currentTime === 2);
  });
});
