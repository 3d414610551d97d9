import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';
import { until } from '../../support/until.js';

/** Seconds: two frames of sound. By as much an engine may correct the place at which it begins. */
const correction = 0.05;

const films = { 'hls.js': '/media/cmaf/master.m3u8', 'dash.js': '/media/cmaf/manifest.mpd' };
const channels = { 'hls.js': '/live/low/hls/master.m3u8', 'dash.js': '/live/low/dash/manifest.mpd' };

describe('a picture that moves is left alone', () => {
  let at: Stage;
  afterEach(() => at.leave());
  staySilent();

  for (const engine of ['hls.js', 'dash.js'] as const) {
    for (const [what, src, startTime] of [
      ['a film that begins in its midst', films[engine], 30],
      ['a channel', channels[engine], undefined]
    ] as const) {
      it(`${what}: ${engine}`, async () => {
        at = await stage();
        const { player, video } = at;
        let places: number[] | undefined;
        let begun = Infinity;
        const begin = () => {
          places = [];
          begun = video.currentTime;
        };
        video.addEventListener('playing', begin, { once: true });
        video.addEventListener('seeking', () => video.currentTime > begun + correction && places?.push(video.currentTime));
        player.load([{ src }], startTime);
        await player.playback.play();
        await until('it plays', () => places !== undefined);
        await until('it played two seconds', () => video.currentTime > begun + 2);
        expect(places, 'places that were sought since').to.deep.equal([]);
      });
    }
  }
});
