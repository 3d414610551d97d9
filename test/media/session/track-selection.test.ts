import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrackChoices } from '../../../src/media/engines/track-matching.js';
import type { AudioTrack, Rendition } from '../../../src/media/stream.js';
import { fakePage } from '../../support/fake-video.js';
import { selection, settle, shownOf } from './select-tracks.js';

const rendition = (id: string, height: number): Rendition => ({ id, width: 0, height, bitrate: height * 1000 });
const audio = (id: string, language: string, label = language): AudioTrack => ({ id, language, label, kind: '' });
const english = ['English', 'en'] as const;
const german = ['Deutsch', 'de'] as const;

beforeEach(() => void fakePage());
afterEach(() => void vi.unstubAllGlobals());

describe('the chosen rendition', () => {
  it('is chosen again, before the video can play, when the next engine gives it another id', async () => {
    const { open, start } = selection();
    const { engine, asked } = await start({ renditions: [rendition('0', 360), rendition('1', 720)] });
    engine.chooseRendition('1');
    expect(asked).toEqual(['1']);
    expect((await open({ renditions: [rendition('a', 720), rendition('b', 360)] })).asked).toEqual(['a']);
  });

  it('is chosen before the video can play when the engine reports it late', async () => {
    const { stream, open, start } = selection();
    const { engine } = await start({ renditions: [rendition('0', 720)] });
    engine.chooseRendition('0');
    const { asked } = await open({}, () => stream.patch({ renditions: [rendition('1', 720)] }));
    expect(asked).toEqual(['1']);
  });

  it('is not requested again when the next engine plays it already', async () => {
    const { video, start } = selection();
    const { engine } = await start({ renditions: [rendition('0', 720)] });
    engine.chooseRendition('0');
    const decode = () => void Object.assign(video, { videoHeight: 720 });
    expect((await start({ renditions: [rendition('0', 720)], choice: '0' }, decode)).asked).toEqual([]);
  });

  it('is left to the engine when the viewer has chosen nothing, or "auto" last', async () => {
    const { start } = selection();
    const renditions = [rendition('0', 360), rendition('1', 720)];
    const { engine } = await start({ renditions });
    const second = await start({ renditions });
    expect(second.asked).toEqual([]);
    engine.chooseRendition('1');
    second.engine.chooseRendition('auto');
    expect((await start({ renditions })).asked).toEqual([]);
  });

  it('is not replaced by another height when the next source lacks it, and is back when a later one has it', async () => {
    const { start } = selection();
    const { engine } = await start({ renditions: [rendition('0', 720)] });
    engine.chooseRendition('0');
    expect((await start({ renditions: [rendition('0', 360)] })).asked).toEqual([]);
    expect((await start({ renditions: [rendition('7', 720)] })).asked).toContain('7');
  });

  it('is chosen again when the decoder was reset and the video has another height than reported', async () => {
    const { video, start } = selection();
    const { engine, asked } = await start({ renditions: [rendition('0', 360), rendition('1', 720)], choice: '1' });
    engine.chooseRendition('1');
    for (const [videoHeight, times] of [
      [720, 1],
      [360, 2]
    ] as const) {
      video.dispatch('emptied');
      Object.assign(video, { videoHeight });
      video.dispatch('canplay');
      expect(asked, `with ${videoHeight} lines`).toHaveLength(times);
    }
  });
});

describe('the chosen audio track', () => {
  it('is restored by language when the ids differ', async () => {
    const { open, start } = selection();
    const { engine } = await start({ audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseAudioTrack('1');
    const next = await open({ audioTracks: [audio('0', 'de'), audio('1', 'en')], audioTrack: '1' });
    expect(next.asked).toEqual(['0']);
  });

  it('is not requested again when the next engine plays it already', async () => {
    const { start } = selection();
    const { engine } = await start({ audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseAudioTrack('1');
    expect((await start({ audioTracks: [audio('x', 'de')], audioTrack: 'x' })).asked).toEqual([]);
  });

  it('is not replaced by another language when the next source lacks it', async () => {
    const { start } = selection();
    const { engine } = await start({ audioTracks: [audio('0', 'de')], audioTrack: null });
    engine.chooseAudioTrack('0');
    expect((await start({ audioTracks: [audio('0', 'en')], audioTrack: null })).asked).toEqual([]);
  });

  it('stays the choice when the page asks for an id that does not exist', async () => {
    const { start } = selection();
    const { engine } = await start({ audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseAudioTrack('1');
    engine.chooseAudioTrack('9');
    expect((await start({ audioTracks: [audio('5', 'de')], audioTrack: null })).asked).toContain('5');
  });
});

describe('captions', () => {
  it('stay off when the next engine shows its default', async () => {
    const { video, start, texts, show } = selection();
    await start({}, texts([english, german], true));
    expect(shownOf(video)).toEqual(['English']);
    await show(undefined);
    await start({}, texts([english, german], true));
    expect(shownOf(video)).toEqual([]);
  });

  it('stay off when they were never shown and the next engine shows its default', async () => {
    const { video, start, texts } = selection();
    await start({}, texts([english]));
    await start({}, texts([english], true));
    expect(shownOf(video)).toEqual([]);
  });

  it('are shown in the same language when the next engine labels its tracks otherwise', async () => {
    const { video, start, texts, show } = selection();
    await start({}, texts([english, german]));
    await show('Deutsch');
    const textNames = new Map([
      ['1', 'German for the deaf'],
      ['2', 'Deutsch']
    ]);
    const labels = [
      ['0', 'en'],
      ['1', 'de'],
      ['2', 'de']
    ] as const;
    await start({ textNames }, texts(labels, true));
    expect(shownOf(video)).toEqual(['2']);
  });

  it('are not shown in another language when the chosen track is missing, and are back with the next source', async () => {
    const { video, start, texts, show } = selection();
    await start({}, texts([english, german]));
    await show('Deutsch');
    await start({}, texts([english], true));
    expect(shownOf(video)).toEqual([]);
    await start({}, texts([english, german]));
    expect(shownOf(video)).toEqual(['Deutsch']);
  });

  it('stay the choice when they are removed during playback, and the browser reports a change', async () => {
    const { video, start, texts, show } = selection();
    await start({}, texts([english, german]));
    await show('Deutsch');
    video.textTracks.clear();
    video.textTracks.dispatchEvent(new Event('change'));
    await settle();
    await start({}, texts([english, german]));
    expect(shownOf(video)).toEqual(['Deutsch']);
  });

  it('stay off when another track is added before the browser has reported that they are off', async () => {
    const { video, start, texts, show } = selection();
    await start({}, texts([english]));
    await show('English');
    // The mode changes at once, and the `change` event of it follows the `addtrack` event that is on its way.
    texts([german])();
    for (const track of video.textTracks) track.mode = 'disabled';
    await settle();
    expect(shownOf(video)).toEqual([]);
  });

  it('are shown when the engine adds the chosen track after playback has started', async () => {
    const { video, start, texts, show } = selection();
    await start({}, texts([english, german]));
    await show('Deutsch');
    await start({}, texts([english]));
    texts([german])();
    await settle();
    expect(shownOf(video)).toEqual(['Deutsch']);
  });

  it('are the choice when the page adds and shows a track during playback', async () => {
    const { video, start, texts } = selection();
    await start({}, texts([german]));
    texts([english], true)();
    await settle();
    expect(shownOf(video)).toEqual(['English']);
    await start({}, texts([german, english]));
    expect(shownOf(video)).toEqual(['English']);
  });

  it('stay the choice when an engine hides its tracks as it ends, before the video is emptied', async () => {
    for (const end of ['removes its stream', 'is left']) {
      const { video, tracks, start, texts, show } = selection();
      await start({}, texts([english, german]));
      await show('Deutsch');
      if (end === 'is left') tracks.detachEngine();
      else Object.assign(video, { readyState: 0 });
      await show(undefined);
      await start({}, texts([english, german]));
      expect(shownOf(video), end).toEqual(['Deutsch']);
    }
  });

  it('stay off, and forced ones shown, when the viewer has chosen none', async () => {
    const { video, start, texts } = selection();
    const isForced = (track: TextTrack) => track.label === 'Forced';
    await start({}, texts([['Forced', 'en'], english], true), isForced);
    await start({}, texts([english]), isForced);
    expect(shownOf(video)).toEqual([]);
    await start({}, texts([['Forced', 'en'], english], true), isForced);
    expect(shownOf(video)).toEqual(['Forced']);
  });
});

describe('an attempt or a player that has ended', () => {
  it('is asked for nothing when a stream is reported afterwards', async () => {
    const { stream, tracks, start } = selection();
    const renditions = [rendition('0', 720)];
    const { engine, asked } = await start({ renditions });
    engine.chooseRendition('0');
    asked.length = 0;
    tracks.detachEngine();
    stream.patch({ renditions: [rendition('1', 720)] });
    await settle();
    expect(asked).toEqual([]);
  });

  it('keeps its text tracks as they are when the player is destroyed', async () => {
    const { video, life, start, texts, show } = selection();
    await start({}, texts([english]));
    await show(undefined);
    life.abort();
    await start({}, texts([english], true));
    expect(shownOf(video)).toEqual(['English']);
  });
});

describe('a choice from an earlier source', () => {
  it('is made again when the next source has other ids', async () => {
    const lasting: TrackChoices = {};
    const first = selection(lasting);
    const renditions = [rendition('0', 360), rendition('1', 720)];
    const { engine } = await first.start({ renditions, audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseRendition('1');
    engine.chooseAudioTrack('1');
    // The ids of the first source belong to other tracks of the second one.
    const next = {
      renditions: [rendition('1', 360), rendition('0', 720)],
      audioTracks: [audio('1', 'en'), audio('0', 'de')],
      audioTrack: '1'
    };
    expect((await selection(lasting).open(next)).asked).toEqual(['0', '0']);
  });

  it('is not made again once the viewer has chosen automatic quality', async () => {
    const lasting: TrackChoices = {};
    const renditions = [rendition('0', 360), rendition('1', 720)];
    const { engine } = await selection(lasting).start({ renditions });
    engine.chooseRendition('1');
    engine.chooseRendition('auto');
    expect((await selection(lasting).start({ renditions })).asked).toEqual([]);
  });

  it.each([
    ['shows the captions of the chosen language', 'Deutsch', ['Deutsch']],
    ['leaves captions off', undefined, []]
  ])('%s instead of the default', async (_, label, shown) => {
    const lasting: TrackChoices = {};
    const first = selection(lasting);
    await first.start({}, first.texts([english, german]));
    await first.show(label);
    first.tracks.keepCaption();
    const next = selection(lasting);
    await next.start({}, next.texts([english, german], true));
    expect(shownOf(next.video)).toEqual(shown);
  });

  it('shows the default captions of a source that lacks the chosen language, and the chosen ones in a later source', async () => {
    const lasting: TrackChoices = { caption: { language: 'de', name: 'Deutsch' } };
    const next = selection(lasting);
    await next.start({}, next.texts([english], true));
    expect(shownOf(next.video)).toEqual(['English']);
    const later = selection(lasting);
    await later.start({}, later.texts([english, german], true));
    expect(shownOf(later.video)).toEqual(['Deutsch']);
  });

  it('shows captions of the chosen language that an engine adds during playback', async () => {
    const next = selection({ caption: { language: 'de', name: 'Deutsch' } });
    await next.start({});
    next.texts([german])();
    await settle();
    expect(shownOf(next.video)).toEqual(['Deutsch']);
  });

  it('outlasts a source without captions', async () => {
    const lasting: TrackChoices = { caption: { language: 'de' } };
    const next = selection(lasting);
    await next.start({});
    next.tracks.keepCaption();
    expect(lasting.caption).toEqual({ language: 'de' });
  });

  it('does not come from what an engine or a page shows by itself', async () => {
    const lasting: TrackChoices = {};
    const first = selection(lasting);
    await first.start({}, first.texts([english, german], true));
    expect(lasting).toEqual({});
  });
});
