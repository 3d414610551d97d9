import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const mediaFolder = new URL('/media/cmaf/', location.href).href;
const urls: string[] = [];
const blobUrl = (text: string, type: string): string => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  urls.push(url);
  return url;
};

const hlsType = 'application/vnd.apple.mpegurl';
const dashType = 'application/dash+xml';

const hlsUrl = (captions: string): string => {
  const playlist = blobUrl(
    `#EXTM3U\n#EXT-X-TARGETDURATION:64\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:64,\n${captions}\n#EXT-X-ENDLIST\n`,
    hlsType
  );
  return blobUrl(
    `#EXTM3U\n#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",LANGUAGE="en",URI="${playlist}"
#EXT-X-STREAM-INF:BANDWIDTH=140000,CODECS="avc1.4d4015",RESOLUTION=426x240,SUBTITLES="s"\n${mediaFolder}video-240.m3u8\n`,
    hlsType
  );
};

const dashUrl = (captions: string): string =>
  blobUrl(
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT64S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period id="0" start="PT0S">
<AdaptationSet id="1" contentType="video" mimeType="video/mp4"><SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${mediaFolder}$RepresentationID$/init.mp4" media="${mediaFolder}$RepresentationID$/$Number$.m4s"/><Representation id="video-240" bandwidth="139708" width="426" height="240" codecs="avc1.4d4015"/></AdaptationSet>
<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><Representation id="t" bandwidth="256"><BaseURL>${captions}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    dashType
  );

const engines = [
  { title: 'hls.js', urlOf: hlsUrl, type: hlsType },
  { title: 'dash.js', urlOf: dashUrl, type: dashType }
] as const;

const simultaneousCues = (count: number): string =>
  `WEBVTT\n\n${Array.from({ length: count }, (_, index) => `00:00:00.000 --> 00:01:00.000\nCue ${index}\n\n`).join('')}`;
const nestedTags = `WEBVTT\n\n00:00:00.000 --> 00:01:00.000\n${'<b>'.repeat(10_000)}deep\n`;
const consecutiveCues = `WEBVTT\n\n${Array.from(
  { length: 60 },
  (_, index) => `00:00:${String(index).padStart(2, '0')}.000 --> 00:01:00.000\nCue ${index}\n\n`
).join('')}`;

describe('a stream with hostile captions', () => {
  let mounted: MountedPlayer;
  afterEach(() => {
    mounted.unmount();
    for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  });
  expectNoThirdPartyRequests();

  /** Plays a source with these captions, shows them, and returns their track once it has cues. */
  async function showCaptions({ urlOf, type }: (typeof engines)[number], captions: string): Promise<TextTrack> {
    mounted = await mountPlayer();
    await mounted.play(urlOf(blobUrl(captions, 'text/vtt')), type);
    const { player } = mounted;
    await until('the captions are listed', () => player.state.current.captions.tracks.length > 0);
    player.captions.choose(player.state.current.captions.tracks[0]!.id);
    const track = () => [...mounted.video.textTracks].find(({ cues }) => cues && cues.length > 0);
    await until('the captions have cues', () => track() !== undefined);
    return track()!;
  }

  /** Expects that the video plays on for two seconds without an error. */
  async function expectToPlayOn(): Promise<void> {
    const { currentTime } = mounted.video;
    await until('the video plays on', () => mounted.video.currentTime > currentTime + 2 && !mounted.video.paused);
    expect(mounted.player.state.current.source.error).to.equal(null);
  }

  for (const engine of engines) {
    it(`keeps 50 of 60,000 cues with the same times, and plays on: ${engine.title}`, async function () {
      this.timeout(60_000);
      const track = await showCaptions(engine, simultaneousCues(60_000));
      await expectToPlayOn();
      expect(track.cues!.length).to.equal(50);
    });

    it(`keeps 32 of 10,000 nested tags, and plays on: ${engine.title}`, async function () {
      this.timeout(60_000);
      const track = await showCaptions(engine, nestedTags);
      await expectToPlayOn();
      const { text } = track.cues![0] as VTTCue;
      expect(text.split('<b>').length - 1).to.equal(32);
      expect(text).to.contain('deep');
    });

    it(`canary: keeps all cues of a legitimate file: ${engine.title}`, async () => {
      const track = await showCaptions(engine, simultaneousCues(40));
      await until('all cues are listed', () => track.cues!.length === 40);
    });

    it(`keeps at least 50 of 60 cues that start one after the other: ${engine.title}`, async () => {
      const track = await showCaptions(engine, consecutiveCues);
      await until('50 cues are listed', () => track.cues!.length >= 50);
    });
  }
});
