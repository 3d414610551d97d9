import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const video = new URL('/media/cmaf/', location.href).href;
const urls: string[] = [];
const blob = (text: string, type: string): string => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  urls.push(url);
  return url;
};

const hlsType = 'application/vnd.apple.mpegurl';
const dashType = 'application/dash+xml';

const hls = (captions: string): string => {
  const list = blob(`#EXTM3U\n#EXT-X-TARGETDURATION:64\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:64,\n${captions}\n#EXT-X-ENDLIST\n`, hlsType);
  return blob(
    `#EXTM3U\n#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",LANGUAGE="en",URI="${list}"
#EXT-X-STREAM-INF:BANDWIDTH=140000,CODECS="avc1.4d4015",RESOLUTION=426x240,SUBTITLES="s"\n${video}video-240.m3u8\n`,
    hlsType
  );
};

const dash = (captions: string): string =>
  blob(
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT64S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period id="0" start="PT0S">
<AdaptationSet id="1" contentType="video" mimeType="video/mp4"><SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${video}$RepresentationID$/init.mp4" media="${video}$RepresentationID$/$Number$.m4s"/><Representation id="video-240" bandwidth="139708" width="426" height="240" codecs="avc1.4d4015"/></AdaptationSet>
<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><Representation id="t" bandwidth="256"><BaseURL>${captions}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    dashType
  );

const engines = [
  { title: 'hls.js', make: hls, type: hlsType },
  { title: 'dash.js', make: dash, type: dashType }
] as const;

const simultaneous = (count: number): string =>
  `WEBVTT\n\n${Array.from({ length: count }, (_, at) => `00:00:00.000 --> 00:01:00.000\nCue ${at}\n\n`).join('')}`;
const nested = `WEBVTT\n\n00:00:00.000 --> 00:01:00.000\n${'<b>'.repeat(10_000)}deep\n`;
const sequence = `WEBVTT\n\n${Array.from({ length: 60 }, (_, at) => `00:00:${String(at).padStart(2, '0')}.000 --> 00:01:00.000\nCue ${at}\n\n`).join('')}`;

describe('hostile captions of a stream', () => {
  let mounted: MountedPlayer;
  afterEach(() => {
    mounted.unmount();
    for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  });
  expectNoThirdPartyRequests();

  /** Plays a source with these captions, shows them, and returns their track once it has cues. */
  async function shown({ make, type }: (typeof engines)[number], captions: string): Promise<TextTrack> {
    mounted = await mountPlayer();
    await mounted.play(make(blob(captions, 'text/vtt')), type);
    const { player } = mounted;
    await until('the captions are listed', () => player.state.current.captions.tracks.length > 0);
    player.captions.choose(player.state.current.captions.tracks[0]!.id);
    const track = () => [...mounted.video.textTracks].find(({ cues }) => cues && cues.length > 0);
    await until('the captions have cues', () => track() !== undefined);
    return track()!;
  }

  /** The video plays on for two seconds. */
  async function playsOn(): Promise<void> {
    const { currentTime } = mounted.video;
    await until('the video plays on', () => mounted.video.currentTime > currentTime + 2 && !mounted.video.paused);
    expect(mounted.player.state.current.source.error).to.equal(null);
  }

  for (const engine of engines) {
    it(`keeps 50 of 60,000 cues of one time, and the video plays on: ${engine.title}`, async function () {
      this.timeout(60_000);
      const track = await shown(engine, simultaneous(60_000));
      await playsOn();
      expect(track.cues!.length).to.equal(50);
    });

    it(`keeps 32 of 10,000 nested tags, and the video plays on: ${engine.title}`, async function () {
      this.timeout(60_000);
      const track = await shown(engine, nested);
      await playsOn();
      const { text } = track.cues![0] as VTTCue;
      expect(text.split('<b>').length - 1).to.equal(32);
      expect(text).to.contain('deep');
    });

    it(`canary: keeps all cues of a legitimate file: ${engine.title}`, async () => {
      const track = await shown(engine, simultaneous(40));
      await until('all cues are there', () => track.cues!.length === 40);
    });

    it(`keeps 60 cues that start one after the other: ${engine.title}`, async () => {
      const track = await shown(engine, sequence);
      await until('all cues are there', () => track.cues!.length >= 50);
    });
  }
});
