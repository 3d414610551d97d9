import type { EncodedPacket, EncodedPacketSink } from 'mediabunny';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileTrack } from '../../../../src/media/engines/file/container.js';
import { Mp4FragmentWriter } from '../../../../src/media/engines/file/formats/mp4-fragment.js';
import { TrackBuffer } from '../../../../src/media/engines/file/track-buffer.js';
import { TrackFeed } from '../../../../src/media/engines/file/track-feed.js';

/** A video of ten minutes, with a frame of `size` bytes every tenth of a second, and a key frame every two seconds. */
function trackOf(size: number, name = 'init'): FileTrack {
  const packetAt = (index: number) =>
    index < 6000
      ? ({
          ...{ timestamp: index / 10, duration: 0.1, type: index % 20 ? 'delta' : 'key' },
          data: new Uint8Array(size),
          index
        } as unknown as EncodedPacket)
      : null;
  const sink = {
    getKeyPacket: (seconds: number) => Promise.resolve(packetAt(Math.floor(seconds / 2) * 20)),
    getFirstKeyPacket: () => Promise.resolve(packetAt(0)),
    getNextPacket: (packet: EncodedPacket & { index: number }) => Promise.resolve(packetAt(packet.index + 1))
  } as unknown as EncodedPacketSink;
  const fragments = { init: new TextEncoder().encode(name), createWriter: () => new Mp4FragmentWriter(1000) };
  return { type: 'video', sink, format: { mimeType: `video/mp4; codecs="${name}"`, fragments, isIntact: () => true }, frames: undefined };
}

/** A source buffer with one buffered range. It logs the init segments, the times of the appended fragments, and the other calls. */
class FakeSourceBuffer extends EventTarget {
  readonly log: string[] = [];
  updating = false;
  timestampOffset = 0;
  /** The number of bytes that fit in. */
  maxBytes = Infinity;
  bufferedBytes = 0;
  #range: [number, number] | undefined;

  get buffered() {
    const range = this.#range;
    return { length: range ? 1 : 0, start: () => range![0], end: () => range![1] };
  }

  appendBuffer(bytes: Uint8Array) {
    if (this.bufferedBytes + bytes.length > this.maxBytes) throw new DOMException('full', 'QuotaExceededError');
    this.bufferedBytes += bytes.length;
    const text = new TextDecoder().decode(bytes.subarray(0, 8));
    if (text.startsWith('init')) this.log.push(text);
    else {
      const view = new DataView(bytes.buffer);
      const start = Number(view.getBigUint64(60)) / 1000;
      const end = start + view.getUint32(80) / 10;
      const range = this.#range;
      this.#range = range && Math.abs(start - range[1]) < 0.2 ? [range[0], end] : [start, end];
      this.log.push(`${start.toFixed(1)}-${end.toFixed(1)}`);
    }
    this.#update();
  }

  remove(_: number, end: number) {
    this.log.push(`remove to ${end === Infinity ? 'the end' : end.toFixed(1)}`);
    this.bufferedBytes = 0;
    this.#range = this.#range && end < this.#range[1] ? [end, this.#range[1]] : undefined;
    this.#update();
  }

  changeType(type: string) {
    this.log.push(`change to ${type}`);
  }

  #update() {
    this.updating = true;
    queueMicrotask(() => {
      this.updating = false;
      this.dispatchEvent(new Event('updateend'));
    });
  }
}

/** Waits until the feed can do nothing more without an event. */
const settle = async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('TrackFeed', () => {
  let lifetime: AbortController;
  let video: HTMLVideoElement & { currentTime: number; seeking: boolean; readyState: number };
  let buffer: FakeSourceBuffer;
  const onError = vi.fn();

  beforeEach(() => {
    vi.stubGlobal('HTMLMediaElement', { HAVE_FUTURE_DATA: 3 });
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const timeout = new AbortController();
      queueMicrotask(() => timeout.abort());
      return timeout.signal;
    });
    video = Object.assign(new EventTarget(), { currentTime: 0, seeking: false, readyState: 4 }) as unknown as typeof video;
    buffer = new FakeSourceBuffer();
    lifetime = new AbortController();
    onError.mockClear();
  });
  afterEach(() => {
    lifetime.abort();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    expect(onError.mock.calls).toEqual([]);
  });

  function createFeed(track: FileTrack, firstUse = Promise.resolve()): TrackFeed {
    const trackBuffer = new TrackBuffer(video, buffer as unknown as SourceBuffer);
    return new TrackFeed(track, trackBuffer, {
      ...{ video, duration: 600, offset: 0, withdrawn: [], firstUse, signal: lifetime.signal },
      ...{ appends: new EventTarget(), feeds: () => [], onEnd() {}, onError }
    });
  }

  const endOfBuffer = () => (buffer.buffered.length > 0 ? buffer.buffered.end() : 0);

  it('appends the init segment, a first fragment of a tenth of a second, and then longer ones', async () => {
    video.readyState = 1;
    createFeed(trackOf(100)).start(0);
    await settle();
    expect(buffer.log.slice(0, 5)).toEqual(['init', '0.0-0.2', '0.2-0.5', '0.5-1.0', '1.0-1.9']);
  });

  it('buffers two seconds until the browser can play, and then a minute', async () => {
    video.readyState = 1;
    createFeed(trackOf(100)).start(0);
    await settle();
    expect(endOfBuffer()).toBeGreaterThan(2);
    expect(endOfBuffer()).toBeLessThan(3);
    video.readyState = 4;
    video.dispatchEvent(new Event('canplay'));
    for (let turn = 0; turn < 20; turn++) await settle();
    expect(endOfBuffer()).toBeGreaterThan(60);
    expect(endOfBuffer()).toBeLessThan(62);
  });

  it('feeds from the position of a seek although it shares a read that the seek ends', async () => {
    const track = trackOf(100);
    const { sink } = track;
    const getKeyPacket = sink.getKeyPacket.bind(sink);
    let sharedReads = 1;
    sink.getKeyPacket = (seconds) =>
      seconds === 300 && sharedReads-- > 0 ? Promise.reject(new DOMException('The viewer seeks.', 'AbortError')) : getKeyPacket(seconds);
    const feed = createFeed(track);
    feed.start(0);
    await settle();
    feed.seek(300);
    await settle();
    expect(buffer.log).toContain('300.0-300.2');
  });

  it('does not end when the viewer seeks while it looks for data after its last packet', async () => {
    const track = trackOf(100);
    const { sink } = track;
    const getNextPacket = sink.getNextPacket.bind(sink);
    let endSearch: (() => void) | undefined;
    sink.getNextPacket = (packet, options) =>
      options?.metadataOnly ? new Promise((resolve) => (endSearch = () => resolve(null))) : getNextPacket(packet, options);
    const feed = createFeed(track);
    feed.start(599);
    await settle();
    expect([feed.position, endSearch]).toEqual([600, expect.any(Function)]);
    feed.seek(300);
    endSearch!();
    await settle();
    expect(feed.ended).toBe(false);
    expect(feed.reaches(301)).toBe(true);
  });

  it('leaves out a sample that is not intact and those up to the next key frame, unless the first one is not intact', async () => {
    const track = trackOf(100);
    const feedWith = async (isIntact: () => boolean) => {
      createFeed({ ...track, format: { ...track.format, isIntact } }).start(0);
      await settle();
      return buffer.log;
    };
    let samples = 0;
    expect((await feedWith(() => ++samples !== 6)).slice(0, 4)).toEqual(['init', '0.0-0.2', '0.2-0.5', '2.0-2.6']);
    buffer = new FakeSourceBuffer();
    expect((await feedWith(() => false)).slice(0, 4)).toEqual(['init', '0.0-0.2', '0.2-0.5', '0.5-1.0']);
  });

  it('buffers no more than 50 MB of video', async () => {
    createFeed(trackOf(500_000)).start(0);
    for (let turn = 0; turn < 10; turn++) await settle();
    expect(buffer.bufferedBytes).toBeGreaterThan(45_000_000);
    expect(buffer.bufferedBytes).toBeLessThan(55_000_000);
    video.currentTime = 5;
    video.dispatchEvent(new Event('timeupdate'));
    await settle();
    expect(endOfBuffer()).toBeGreaterThan(14);
  });

  it('waits for playback when the buffer of the browser is full', async () => {
    buffer.maxBytes = 20_000;
    createFeed(trackOf(1000)).start(0);
    await settle();
    const endBefore = endOfBuffer();
    expect(endBefore).toBeLessThan(2.5);
    video.currentTime = 2;
    video.dispatchEvent(new Event('timeupdate'));
    await settle();
    expect(buffer.log).toContain('remove to 1.0');
    expect(endOfBuffer()).toBeGreaterThan(endBefore);
  });

  it('begins at the key frame before the position of a seek, with short fragments until after that position', async () => {
    video.readyState = 1;
    const feed = createFeed(trackOf(100));
    feed.start(0);
    await settle();
    buffer.log.length = 0;
    video.currentTime = 101;
    expect(feed.reaches(101)).toBe(false);
    feed.seek(101);
    await settle();
    expect(buffer.log.filter((entry) => /^\d/.test(entry)).slice(0, 3)).toEqual(['100.0-100.3', '100.3-100.6', '100.6-101.1']);
    expect(feed.reaches(101.2)).toBe(true);
  });

  it('appends the init segment first, even when a seek follows before it is appended', async () => {
    const feed = createFeed(trackOf(100));
    feed.start(0);
    feed.seek(50);
    await settle();
    expect(buffer.log.slice(0, 2)).toEqual(['init', '50.0-50.2']);
  });

  it('replaces the track, even when a seek follows before the replacement', async () => {
    const feed = createFeed(trackOf(100));
    feed.start(0);
    await settle();
    const onReplaced = vi.fn();
    buffer.log.length = 0;
    feed.replace(trackOf(100, 'init two'), 3, onReplaced);
    feed.seek(20);
    await settle();
    expect(buffer.log.filter((entry) => !/^\d/.test(entry))).toEqual([
      'remove to the end',
      'change to video/mp4; codecs="init two"',
      'init two'
    ]);
    expect(onReplaced).toHaveBeenCalledOnce();
    expect(buffer.buffered.start()).toBe(20);
  });

  it('waits for the other track when that one is read more slowly, so that one response serves both', async () => {
    const slowTrack = trackOf(100);
    const { sink } = slowTrack;
    const stoppedSink = {
      ...sink,
      getNextPacket: (packet: EncodedPacket) => (packet.timestamp < 3 ? sink.getNextPacket(packet) : new Promise(() => undefined))
    };
    const buffers = [new FakeSourceBuffer(), new FakeSourceBuffer()];
    const appends = new EventTarget();
    const feeds: TrackFeed[] = [{ ...slowTrack, sink: stoppedSink as unknown as EncodedPacketSink }, trackOf(100)].map(
      (track, index) =>
        new TrackFeed(track, new TrackBuffer(video, buffers[index] as unknown as SourceBuffer), {
          ...{ video, duration: 600, offset: 0, withdrawn: [], firstUse: Promise.resolve(), signal: lifetime.signal },
          ...{ appends, feeds: () => feeds, onEnd() {}, onError }
        })
    );
    for (const feed of feeds) feed.start(0);
    for (let turn = 0; turn < 5; turn++) await settle();
    expect(buffers[1]!.buffered.end()).toBeGreaterThan(4);
    expect(buffers[1]!.buffered.end()).toBeLessThan(6);
  });

  it('appends half a second until the video is used', async () => {
    createFeed(trackOf(100), new Promise(() => undefined)).start(0);
    await settle();
    expect(buffer.log).toEqual(['init', '0.0-0.2', '0.2-0.5']);
  });
});
