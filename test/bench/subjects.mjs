/**
 * A player that is measured on a page, to which it is added as its documentation describes.
 * @typedef {object} Subject
 * @property {string} name
 * @property {'hls' | 'dash'} format
 * @property {boolean} hasControls
 * @property {string} head markup in the page's head; `/npm/` contains the installed packages
 * @property {string} [snippetFor] a source: the scripts in the head are those that `npx jet-player snippet` prints for it
 * @property {string} [module] a module that is bundled, split and minified
 * @property {string} body markup that plays at once, muted
 * @property {string} [waitingBody] markup of the same player, which waits for a click and does not fetch media before it
 * @property {string} [script] a classic script at the end of the page, after `body`
 * @property {string} [clickScript] a script that starts playback on a click on the video, if the player itself does not
 * @property {string} chooseHeight a function that selects the rendition of a given height, with the documented API of the player
 */

const sources = { hls: '/media/cmaf/master.m3u8', dash: '/media/cmaf/manifest.mpd' };
const sizeAttribute = 'style="width:1280px;height:720px"';
const videoElement = `<video ${sizeAttribute} muted autoplay playsinline></video>`;
const onFirstClick = (/** @type {string} */ script) =>
  `document.querySelector('video').addEventListener('click', () => { ${script} }, { once: true })`;

/** Returns `chooseHeight` for a player with the API of media-tracks. */
const chooseRendition = (/** @type {string} */ selector) =>
  `(height) => { const { videoRenditions } = document.querySelector('${selector}');
    videoRenditions.selectedIndex = [...videoRenditions].findIndex((rendition) => rendition.height === height); }`;
const chooseLevel = '(height) => (hls.nextLevel = hls.levels.findIndex((level) => level.height === height))';

/** @type {(format: 'hls' | 'dash') => Subject[]} */
const jetPlayers = (format) =>
  [
    ['jet-player', '<script type="module" src="/dist/jet-player.js"></script>'],
    ['jet-player with preloads', '', sources[format]],
    ['jet-player, one script', '<script src="/dist/jet-player.bundle.js" defer></script>'],
    [`jet-player, one script for ${format.toUpperCase()}`, `<script src="/dist/jet-player.${format}.bundle.js" defer></script>`]
  ].map(([name = '', head = '', snippetFor]) => ({
    name,
    format,
    hasControls: true,
    head,
    ...(snippetFor && { snippetFor }),
    body: `<jet-player ${sizeAttribute} src="${sources[format]}" muted autoplay></jet-player>`,
    waitingBody: `<jet-player ${sizeAttribute} src="${sources[format]}" muted load="play"></jet-player>`,
    chooseHeight: `(height) => { const { state, quality } = document.querySelector('jet-player').player;
      quality.choose(state.current.quality.renditions.find((rendition) => rendition.height === height).id); }`
  }));

const controlBar = `<media-control-bar><media-play-button></media-play-button><media-mute-button></media-mute-button>
  <media-volume-range></media-volume-range><media-time-range></media-time-range><media-time-display></media-time-display>
  <media-captions-button></media-captions-button><media-playback-rate-button></media-playback-rate-button>
  <media-fullscreen-button></media-fullscreen-button></media-control-bar>`;

/** @type {(format: 'hls' | 'dash') => Subject} */
const mediaChrome = (format) => ({
  name: 'media-chrome',
  format,
  hasControls: true,
  head: '',
  module: `import 'media-chrome'; import '${format}-video-element';`,
  body: `<media-controller ${sizeAttribute}><${format}-video slot="media" src="${sources[format]}" muted autoplay></${format}-video>${controlBar}</media-controller>`,
  waitingBody: `<media-controller ${sizeAttribute}><${format}-video slot="media" src="${sources[format]}" muted preload="none"></${format}-video>${controlBar}</media-controller>`,
  chooseHeight: chooseRendition(`${format}-video`)
});

/** @type {(format: 'hls' | 'dash') => Subject} */
const vidstack = (format) => {
  const player = (/** @type {string} */ attribute) =>
    `<media-player ${sizeAttribute} title="Video" src="${sources[format]}" playsinline muted ${attribute}><media-provider></media-provider><media-video-layout></media-video-layout></media-player>`;
  return {
    name: 'Vidstack',
    format,
    hasControls: true,
    head: '',
    module: `import 'vidstack/player/styles/base.css'; import 'vidstack/player/styles/default/theme.css';
      import 'vidstack/player/styles/default/layouts/video.css';
      import 'vidstack/player'; import 'vidstack/player/layouts/default'; import 'vidstack/player/ui';`,
    body: player('autoplay'),
    waitingBody: player('load="play"'),
    chooseHeight: `(height) => { for (const quality of document.querySelector('media-player').qualities) if (quality.height === height) quality.selected = true; }`
  };
};

/** @type {(format: 'hls' | 'dash') => Subject} */
const videojs = (format) => ({
  name: 'video.js',
  format,
  hasControls: true,
  head: '<link rel="stylesheet" href="/npm/video.js/dist/video-js.min.css"><script src="/npm/video.js/dist/video.min.js" defer></script>',
  body: `<video class="video-js" data-setup="{}" width="1280" height="720" controls muted autoplay playsinline><source src="${sources[format]}" type="${format === 'hls' ? 'application/x-mpegURL' : 'application/dash+xml'}"></video>`,
  waitingBody: `<video class="video-js" data-setup="{}" width="1280" height="720" controls muted preload="none" playsinline><source src="${sources[format]}" type="${format === 'hls' ? 'application/x-mpegURL' : 'application/dash+xml'}"></video>`,
  chooseHeight: `(height) => { const levels = Array.from(videojs.getAllPlayers()[0].qualityLevels());
    levels.find((level) => level.height === height).enabled = true;
    for (const level of levels) level.enabled = level.height === height; }`
});

/** @type {(format: 'hls' | 'dash') => Subject} */
const shaka = (format) => {
  const startScript = `const player = new shaka.Player(); const media = document.querySelector('video');
    const ui = new shaka.ui.Overlay(player, document.querySelector('#box'), media); ui.configure({});
    globalThis.begin = () => player.attach(media).then(() => player.load('${sources[format]}')); globalThis.shakaPlayer = player;`;
  return {
    name: 'Shaka UI',
    format,
    hasControls: true,
    head: '<link rel="stylesheet" href="/npm/shaka-player/dist/controls.css"><script src="/npm/shaka-player/dist/shaka-player.ui.js"></script>',
    body: `<div id="box" ${sizeAttribute}>${videoElement}</div>`,
    script: `${startScript} globalThis.begin();`,
    chooseHeight: `(height) => { shakaPlayer.configure('abr.enabled', false);
      shakaPlayer.selectVariantTrack(shakaPlayer.getVariantTracks().find((track) => track.height === height), true); }`
  };
};

/** @type {readonly Subject[]} */
export const subjects = [
  {
    name: 'bare hls.js',
    format: 'hls',
    hasControls: false,
    head: '<script src="/npm/hls.js/dist/hls.min.js"></script>',
    body: videoElement,
    script: `globalThis.hls = new Hls(); hls.loadSource('${sources.hls}'); hls.attachMedia(document.querySelector('video'));`,
    waitingBody: `<video ${sizeAttribute} muted playsinline></video>`,
    clickScript: onFirstClick(
      `const hls = new Hls(); hls.loadSource('${sources.hls}'); hls.attachMedia(document.querySelector('video')); document.querySelector('video').play();`
    ),
    chooseHeight: chooseLevel
  },
  ...jetPlayers('hls'),
  mediaChrome('hls'),
  vidstack('hls'),
  videojs('hls'),
  shaka('hls'),
  {
    name: 'Plyr',
    format: 'hls',
    hasControls: true,
    head: '<link rel="stylesheet" href="/npm/plyr/dist/plyr.css"><script src="/npm/hls.js/dist/hls.min.js"></script><script src="/npm/plyr/dist/plyr.min.js"></script>',
    body: videoElement,
    script: `const media = document.querySelector('video'); globalThis.hls = new Hls(); hls.loadSource('${sources.hls}'); hls.attachMedia(media);
      new Plyr(media, { iconUrl: '/npm/plyr/dist/plyr.svg', blankVideo: '' });`,
    chooseHeight: chooseLevel
  },
  {
    name: 'mux-player',
    format: 'hls',
    hasControls: true,
    head: '',
    module: "import '@mux/mux-player';",
    body: `<mux-player ${sizeAttribute} src="${sources.hls}" muted autoplay="muted" disable-tracking></mux-player>`,
    waitingBody: `<mux-player ${sizeAttribute} src="${sources.hls}" muted preload="none" disable-tracking></mux-player>`,
    chooseHeight: chooseRendition('mux-player')
  },
  {
    name: 'bare dash.js',
    format: 'dash',
    hasControls: false,
    head: '<script src="/npm/dashjs/dist/modern/umd/dash.all.min.js"></script>',
    body: videoElement,
    script: `globalThis.player = dashjs.MediaPlayer().create(); player.initialize(document.querySelector('video'), '${sources.dash}', true);`,
    waitingBody: `<video ${sizeAttribute} muted playsinline></video>`,
    clickScript: onFirstClick(`dashjs.MediaPlayer().create().initialize(document.querySelector('video'), '${sources.dash}', true);`),
    chooseHeight: `(height) => { player.updateSettings({ streaming: { abr: { autoSwitchBitrate: { video: false } } } });
      player.setRepresentationForTypeById('video', player.getRepresentationsByType('video').find((one) => one.height === height).id, true); }`
  },
  ...jetPlayers('dash'),
  mediaChrome('dash'),
  vidstack('dash'),
  videojs('dash'),
  shaka('dash')
];
