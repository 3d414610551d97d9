import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrackChoices } from '../../../src/media/engines/track-matching.js';
import type { AudioTrack, Rendition } from '../../../src/media/stream.js';
import { fakePage } from '../../support/fake-video.js';
import { createSelection, settle, shownLabels } from './selection-fixture.js';

const rendition = (id: string, height: number): Rendition => ({ id, width: 0, height, bitrate: height * 1000 });
const audio = (id: string, language: string, label = language): AudioTrack => ({ id, language, label, kind: '' });
const english = ['English', 'en'] as const;
const german = ['Deutsch', 'de'] as const;

beforeEach(() => void fakePage());
afterEach(() => void vi.unstubAllGlobals());

describe('the chosen rendition', () => {
  it('is chosen again, before the video can play, when the next engine gives it another id', async () => {
    const { openEngine, startEngine } = createSelection();
    const { engine, requestedIds } = await startEngine({ renditions: [rendition('0', 360), rendition('1', 720)] });
    engine.chooseRendition('1');
    expect(requestedIds).toEqual(['1']);
    expect((await openEngine({ renditions: [rendition('a', 720), rendition('b', 360)] })).requestedIds).toEqual(['a']);
  });

  it('is chosen before the video can play when the engine reports it late', async () => {
    const { stream, openEngine, startEngine } = createSelection();
    const { engine } = await startEngine({ renditions: [rendition('0', 720)] });
    engine.chooseRendition('0');
    const { requestedIds } = await openEngine({}, () => stream.patch({ renditions: [rendition('1', 720)] }));
    expect(requestedIds).toEqual(['1']);
  });

  it('is not requested again when the next engine plays it already', async () => {
    const { video, startEngine } = createSelection();
    const { engine } = await startEngine({ renditions: [rendition('0', 720)] });
    engine.chooseRendition('0');
    const decode = () => void Object.assign(video, { videoHeight: 720 });
    expect((await startEngine({ renditions: [rendition('0', 720)], choice: '0' }, decode)).requestedIds).toEqual([]);
  });

  it('is left to the engine when the viewer has chosen nothing, or "auto" last', async () => {
    const { startEngine } = createSelection();
    const renditions = [rendition('0', 360), rendition('1', 720)];
    const { engine } = await startEngine({ renditions });
    const second = await startEngine({ renditions });
    expect(second.requestedIds).toEqual([]);
    engine.chooseRendition('1');
    second.engine.chooseRendition('auto');
    expect((await startEngine({ renditions })).requestedIds).toEqual([]);
  });

  it('is not replaced by another height when the next source lacks it, and is chosen again when a later source has it', async () => {
    const { startEngine } = createSelection();
    const { engine } = await startEngine({ renditions: [rendition('0', 720)] });
    engine.chooseRendition('0');
    expect((await startEngine({ renditions: [rendition('0', 360)] })).requestedIds).toEqual([]);
    expect((await startEngine({ renditions: [rendition('7', 720)] })).requestedIds).toContain('7');
  });

  it('is chosen again when the decoder was reset and the video has another height than reported', async () => {
    const { video, startEngine } = createSelection();
    const { engine, requestedIds } = await startEngine({ renditions: [rendition('0', 360), rendition('1', 720)], choice: '1' });
    engine.chooseRendition('1');
    for (const [videoHeight, times] of [
      [720, 1],
      [360, 2]
    ] as const) {
      video.dispatch('emptied');
      Object.assign(video, { videoHeight });
      video.dispatch('canplay');
      expect(requestedIds, `with a height of ${videoHeight}`).toHaveLength(times);
    }
  });
});

describe('the chosen audio track', () => {
  it('is restored by language when the ids differ', async () => {
    const { openEngine, startEngine } = createSelection();
    const { engine } = await startEngine({ audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseAudioTrack('1');
    const next = await openEngine({ audioTracks: [audio('0', 'de'), audio('1', 'en')], audioTrack: '1' });
    expect(next.requestedIds).toEqual(['0']);
  });

  it('is not requested again when the next engine plays it already', async () => {
    const { startEngine } = createSelection();
    const { engine } = await startEngine({ audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseAudioTrack('1');
    expect((await startEngine({ audioTracks: [audio('x', 'de')], audioTrack: 'x' })).requestedIds).toEqual([]);
  });

  it('is not replaced by another language when the next source lacks it', async () => {
    const { startEngine } = createSelection();
    const { engine } = await startEngine({ audioTracks: [audio('0', 'de')], audioTrack: null });
    engine.chooseAudioTrack('0');
    expect((await startEngine({ audioTracks: [audio('0', 'en')], audioTrack: null })).requestedIds).toEqual([]);
  });

  it('stays the choice when the page asks for an id that does not exist', async () => {
    const { startEngine } = createSelection();
    const { engine } = await startEngine({ audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseAudioTrack('1');
    engine.chooseAudioTrack('9');
    expect((await startEngine({ audioTracks: [audio('5', 'de')], audioTrack: null })).requestedIds).toContain('5');
  });
});

describe('captions', () => {
  it('stay off when the next engine shows its default', async () => {
    const { video, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english, german], true));
    expect(shownLabels(video)).toEqual(['English']);
    await showCaptions(undefined);
    await startEngine({}, addTextTracks([english, german], true));
    expect(shownLabels(video)).toEqual([]);
  });

  it('stay off when they were never shown and the next engine shows its default', async () => {
    const { video, startEngine, addTextTracks } = createSelection();
    await startEngine({}, addTextTracks([english]));
    await startEngine({}, addTextTracks([english], true));
    expect(shownLabels(video)).toEqual([]);
  });

  it('are shown in the same language when the next engine labels its tracks otherwise', async () => {
    const { video, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english, german]));
    await showCaptions('Deutsch');
    const textNames = new Map([
      ['1', 'German for the deaf'],
      ['2', 'Deutsch']
    ]);
    const labels = [
      ['0', 'en'],
      ['1', 'de'],
      ['2', 'de']
    ] as const;
    await startEngine({ textNames }, addTextTracks(labels, true));
    expect(shownLabels(video)).toEqual(['2']);
  });

  it('are not shown in another language when the chosen track is missing, and are shown again in the next source', async () => {
    const { video, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english, german]));
    await showCaptions('Deutsch');
    await startEngine({}, addTextTracks([english], true));
    expect(shownLabels(video)).toEqual([]);
    await startEngine({}, addTextTracks([english, german]));
    expect(shownLabels(video)).toEqual(['Deutsch']);
  });

  it('stay chosen when they are removed during playback, and the browser reports a change', async () => {
    const { video, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english, german]));
    await showCaptions('Deutsch');
    video.textTracks.clear();
    video.textTracks.dispatchEvent(new Event('change'));
    await settle();
    await startEngine({}, addTextTracks([english, german]));
    expect(shownLabels(video)).toEqual(['Deutsch']);
  });

  it('stay off when another track is added before the browser has reported that they are off', async () => {
    const { video, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english]));
    await showCaptions('English');
    // The mode changes at once, but its `change` event follows the `addtrack` event that is already queued.
    addTextTracks([german])();
    for (const track of video.textTracks) track.mode = 'disabled';
    await settle();
    expect(shownLabels(video)).toEqual([]);
  });

  it('are shown when the engine adds the chosen track after playback has started', async () => {
    const { video, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english, german]));
    await showCaptions('Deutsch');
    await startEngine({}, addTextTracks([english]));
    addTextTracks([german])();
    await settle();
    expect(shownLabels(video)).toEqual(['Deutsch']);
  });

  it('become the choice when the page adds and shows a track during playback', async () => {
    const { video, startEngine, addTextTracks } = createSelection();
    await startEngine({}, addTextTracks([german]));
    addTextTracks([english], true)();
    await settle();
    expect(shownLabels(video)).toEqual(['English']);
    await startEngine({}, addTextTracks([german, english]));
    expect(shownLabels(video)).toEqual(['English']);
  });

  it('stay chosen when an engine hides its tracks while it ends, before the video is emptied', async () => {
    for (const end of ['removes its stream', 'is left']) {
      const { video, trackSelection, startEngine, addTextTracks, showCaptions } = createSelection();
      await startEngine({}, addTextTracks([english, german]));
      await showCaptions('Deutsch');
      if (end === 'is left') trackSelection.detachEngine();
      else Object.assign(video, { readyState: 0 });
      await showCaptions(undefined);
      await startEngine({}, addTextTracks([english, german]));
      expect(shownLabels(video), end).toEqual(['Deutsch']);
    }
  });

  it('stay off when the viewer has chosen none, except for forced ones', async () => {
    const { video, startEngine, addTextTracks } = createSelection();
    const isForced = (track: TextTrack) => track.label === 'Forced';
    await startEngine({}, addTextTracks([['Forced', 'en'], english], true), isForced);
    await startEngine({}, addTextTracks([english]), isForced);
    expect(shownLabels(video)).toEqual([]);
    await startEngine({}, addTextTracks([['Forced', 'en'], english], true), isForced);
    expect(shownLabels(video)).toEqual(['Forced']);
  });
});

describe('the track selection, after its end', () => {
  it('requests nothing from the engine when a stream is reported after the attempt has ended', async () => {
    const { stream, trackSelection, startEngine } = createSelection();
    const renditions = [rendition('0', 720)];
    const { engine, requestedIds } = await startEngine({ renditions });
    engine.chooseRendition('0');
    requestedIds.length = 0;
    trackSelection.detachEngine();
    stream.patch({ renditions: [rendition('1', 720)] });
    await settle();
    expect(requestedIds).toEqual([]);
  });

  it('does not change the text tracks when the player is destroyed', async () => {
    const { video, lifetime, startEngine, addTextTracks, showCaptions } = createSelection();
    await startEngine({}, addTextTracks([english]));
    await showCaptions(undefined);
    lifetime.abort();
    await startEngine({}, addTextTracks([english], true));
    expect(shownLabels(video)).toEqual(['English']);
  });
});

describe('a choice from an earlier source', () => {
  it('is made again when the next source has other ids', async () => {
    const keptChoices: TrackChoices = {};
    const first = createSelection(keptChoices);
    const renditions = [rendition('0', 360), rendition('1', 720)];
    const { engine } = await first.startEngine({ renditions, audioTracks: [audio('0', 'en'), audio('1', 'de')], audioTrack: '0' });
    engine.chooseRendition('1');
    engine.chooseAudioTrack('1');
    // The ids of the first source belong to other tracks of the second one.
    const next = {
      renditions: [rendition('1', 360), rendition('0', 720)],
      audioTracks: [audio('1', 'en'), audio('0', 'de')],
      audioTrack: '1'
    };
    expect((await createSelection(keptChoices).openEngine(next)).requestedIds).toEqual(['0', '0']);
  });

  it('is not made again once the viewer has chosen automatic quality', async () => {
    const keptChoices: TrackChoices = {};
    const renditions = [rendition('0', 360), rendition('1', 720)];
    const { engine } = await createSelection(keptChoices).startEngine({ renditions });
    engine.chooseRendition('1');
    engine.chooseRendition('auto');
    expect((await createSelection(keptChoices).startEngine({ renditions })).requestedIds).toEqual([]);
  });

  it.each([
    ['shows the captions of the chosen language', 'Deutsch', ['Deutsch']],
    ['leaves captions off', undefined, []]
  ])('%s instead of the default', async (_, label, shown) => {
    const keptChoices: TrackChoices = {};
    const first = createSelection(keptChoices);
    await first.startEngine({}, first.addTextTracks([english, german]));
    await first.showCaptions(label);
    first.trackSelection.keepCaption();
    const next = createSelection(keptChoices);
    await next.startEngine({}, next.addTextTracks([english, german], true));
    expect(shownLabels(next.video)).toEqual(shown);
  });

  it('shows the default captions of a source that lacks the chosen language, and the chosen ones in a later source', async () => {
    const keptChoices: TrackChoices = { caption: { language: 'de', name: 'Deutsch' } };
    const next = createSelection(keptChoices);
    await next.startEngine({}, next.addTextTracks([english], true));
    expect(shownLabels(next.video)).toEqual(['English']);
    const later = createSelection(keptChoices);
    await later.startEngine({}, later.addTextTracks([english, german], true));
    expect(shownLabels(later.video)).toEqual(['Deutsch']);
  });

  it('shows captions of the chosen language that an engine adds during playback', async () => {
    const next = createSelection({ caption: { language: 'de', name: 'Deutsch' } });
    await next.startEngine({});
    next.addTextTracks([german])();
    await settle();
    expect(shownLabels(next.video)).toEqual(['Deutsch']);
  });

  it('is kept through a source without captions', async () => {
    const keptChoices: TrackChoices = { caption: { language: 'de' } };
    const next = createSelection(keptChoices);
    await next.startEngine({});
    next.trackSelection.keepCaption();
    expect(keptChoices.caption).toEqual({ language: 'de' });
  });

  it('is not recorded when an engine or a page shows captions by itself', async () => {
    const keptChoices: TrackChoices = {};
    const first = createSelection(keptChoices);
    await first.startEngine({}, first.addTextTracks([english, german], true));
    expect(keptChoices).toEqual({});
  });
});
