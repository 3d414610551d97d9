/* global Hls, dashjs */

// The same code as in the first examples of the engines.
const source = new URL(new URL(location.href).searchParams.get('src'), location.href).href;
const video = document.querySelector('video');
const script = document.createElement('script');

const start = {
  'hls.js'() {
    const hls = new Hls();
    hls.loadSource(source);
    hls.attachMedia(video);
    hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(() => undefined));
  },
  'dash.js'() {
    dashjs.MediaPlayer().create().initialize(video, source, true);
  }
};

const engine = source.endsWith('.mpd') ? 'dash.js' : 'hls.js';
script.src = `engine/${engine}`;
script.addEventListener('load', start[engine]);
document.head.append(script);
