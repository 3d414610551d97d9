import type { PhaseName } from '../../../src/cli/audit/evidence.js';

/** A page that is built from a player's npm package, and the expected findings of the audit. */
export interface Peer {
  readonly name: string;
  /** The module of the page, as the documentation of the player describes it. */
  readonly script: string;
  readonly html: string;
  /** Other hosts, each with the first phase in which it is contacted. */
  readonly hosts: Readonly<Record<string, PhaseName>>;
  readonly cookies?: readonly string[];
  /** What stays in the browser: `localStorage plyr`. */
  readonly stored?: readonly string[];
  /** Kinds of identifier that must be found. */
  readonly identifiers?: readonly string[];
}

const hls = '/media/cmaf/master.m3u8';
const dash = '/media/cmaf/manifest.mpd';
const mp4 = '/media/film.mp4';

const bareDash = (url: string): Pick<Peer, 'script' | 'html'> => ({
  script: `import { MediaPlayer } from 'dashjs';
    MediaPlayer().create().initialize(document.querySelector('video'), new URL('${url}', location.href).href, false);`,
  html: '<video muted width="640" height="360"></video>'
});

// dash.js stores `dashjs_text_settings` for a source with captions, and the bitrate once the quality has changed.
const dashStorage = ['audio_settings', 'text_settings', 'video_bitrate', 'video_settings'].map((key) => `localStorage dashjs_${key}`);
const dashLiveStorage = ['audio_settings', 'video_settings'].map((key) => `localStorage dashjs_${key}`);

const vidstack = (source: string): Pick<Peer, 'script' | 'html'> => ({
  script: `import 'vidstack/player/styles/base.css'; import 'vidstack/player/styles/default/theme.css';
    import 'vidstack/player/styles/default/layouts/video.css';
    import 'vidstack/player'; import 'vidstack/player/layouts/default'; import 'vidstack/player/ui';`,
  html: `<media-player title="Film" src="${source}" playsinline muted><media-provider></media-provider><media-video-layout></media-video-layout></media-player>`
});

const muxPlayer = (attributes: string): Pick<Peer, 'script' | 'html'> => ({
  script: `import '@mux/mux-player';`,
  html: `<mux-player ${attributes} muted style="width:640px;aspect-ratio:16/9"></mux-player>`
});

/** The players of the measured table, with its values. */
export const peers: readonly Peer[] = [
  {
    name: 'plyr',
    script: `import Plyr from 'plyr'; import 'plyr/dist/plyr.css'; new Plyr('video', { muted: true });`,
    html: `<video controls playsinline><source src="${mp4}" type="video/mp4"></video>`,
    hosts: { 'cdn.plyr.io': 'load' },
    stored: ['localStorage plyr']
  },
  { name: 'vidstack-hls', ...vidstack(hls), hosts: { 'cdn.jsdelivr.net': 'load' } },
  { name: 'vidstack-dash', ...vidstack(dash), hosts: { 'cdn.jsdelivr.net': 'load' } },
  { name: 'mux-player', ...muxPlayer(`src="${hls}"`), hosts: { 'www.gstatic.com': 'load' } },
  {
    name: 'mux-player-env-key',
    ...muxPlayer(`src="${hls}" env-key="abcdefghij"`),
    hosts: { 'www.gstatic.com': 'load', 'abcdefghij.litix.io': 'play' },
    cookies: ['muxData']
  },
  {
    name: 'mux-player-playback-id',
    ...muxPlayer('playback-id="DS00Spx1CV902MCtPj5WknGlR102V5HFkDe"'),
    hosts: { 'www.gstatic.com': 'load', 'image.mux.com': 'load', 'stream.mux.com': 'load', 'inferred.litix.io': 'load' },
    cookies: ['muxData']
  },
  {
    name: 'shaka-ui',
    script: `import 'shaka-player/dist/controls.css'; import shaka from 'shaka-player/dist/shaka-player.ui.js';
      const video = document.querySelector('video'); const player = new shaka.Player();
      const ui = new shaka.ui.Overlay(player, document.querySelector('#box'), video); ui.configure({});
      await player.attach(video); await player.load('${dash}');`,
    html: '<div id="box" style="width:640px"><video muted style="width:100%" data-shaka-player></video></div>',
    hosts: { 'fonts.gstatic.com': 'load' }
  },
  {
    name: 'video.js',
    script: `import videojs from 'video.js'; import 'video.js/dist/video-js.css'; videojs(document.querySelector('video'));`,
    html: `<video class="video-js" controls muted width="640" height="360"><source src="${hls}" type="application/x-mpegURL"></video>`,
    hosts: {}
  },
  {
    name: 'media-chrome',
    script: `import 'media-chrome'; import 'hls-video-element';`,
    html: `<media-controller style="width:640px;aspect-ratio:16/9"><hls-video slot="media" src="${hls}"></hls-video>
      <media-control-bar><media-play-button></media-play-button><media-time-range></media-time-range><media-mute-button></media-mute-button><media-volume-range></media-volume-range></media-control-bar></media-controller>`,
    hosts: {},
    stored: ['localStorage media-chrome-pref-muted', 'localStorage media-chrome-pref-volume']
  },
  { name: 'dash.js', ...bareDash('/tracked/plain.mpd'), hosts: {}, stored: dashStorage },
  { name: 'dash.js-live', ...bareDash('/live/dash/manifest.mpd'), hosts: { 'time.akamai.com': 'load' }, stored: dashLiveStorage },
  { name: 'dash.js-reporting', ...bareDash('/tracked/reporting.mpd'), hosts: { 'dvb-tracker.test': 'load' }, stored: dashStorage },
  { name: 'dash.js-cmcd', ...bareDash('/tracked/cmcd.mpd'), hosts: {}, stored: dashStorage, identifiers: ['cmcd'] }
];
