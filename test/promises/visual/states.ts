import type { Browser, Page } from '@playwright/test';
import * as act from './acts.js';
import {
  holdDoubleSpeed,
  addPlaylist,
  openPipWindow,
  openPlaylistPanel,
  switchDataSaverOn,
  openSharePanel,
  startSleepTimer,
  showUpNext
} from './feature-acts.js';
import { themes } from './themes.js';
import {
  showCaptions,
  chooseSetting,
  playToEnd,
  waitForError,
  hoverVideo,
  playLive,
  openSettings,
  pauseAndHover,
  pauseAt,
  pressKey,
  showPreview,
  blockAutoplay,
  interruptPlayback
} from './acts.js';

/** One state of the interface: the content of the page, its width, its environment, and the actions that lead there. */
export interface InterfaceState {
  readonly name: string;
  readonly attributes: string;
  readonly children?: string;
  /** CSS declarations for the player. */
  readonly style?: string;
  /** A style sheet of the page. */
  readonly pageStyleSheet?: string;
  readonly width?: number;
  /** The height of the whole page; if absent, that of a player of 16 by 9. */
  readonly height?: number;
  /** Whether the state has enough text to be tested in further languages: `npm run test:wide` runs axe on it in four. */
  readonly hasMuchText?: true;
  readonly dir?: 'rtl';
  readonly lang?: string;
  /**
   * Whether a pseudo-language with longer words than any real language replaces the texts of the language `ja`, which `lang` then names.
   */
  readonly pseudo?: true;
  readonly context?: Parameters<Browser['newContext']>[0];
  /** Media features that only the developer tools can set. */
  readonly features?: readonly { readonly name: string; readonly value: string }[];
  act?(page: Page): Promise<void>;
}

const commonAttributes =
  'poster="/media/poster.jpg" chapters="/media/chapters.vtt" thumbnails="/media/thumbnails.vtt" title-text="A day on the delta" muted';
const videoAttributes = `src="/media/cmaf/master.m3u8" ${commonAttributes}`;
const audioAttributes =
  'src="/media/cmaf/audio-en.m3u8" poster="/media/poster.jpg" chapters="/media/chapters.vtt" title-text="A day on the delta, told" muted';
const labelledAttributes = `${videoAttributes} ai-label="generated"`;
const descriptionsTrack = '<track kind="descriptions" srclang="en" label="English" src="/media/captions/en.vtt">';
const slottedElements = '<img slot="watermark" alt="" src="/site/icon.svg" width="48"><button slot="bottom-end">Share</button>';
const followSystemScheme = '--jet-color-scheme: light dark';
const lightContext = { colorScheme: 'light' } as const;

/** The states with the style sheets of the theming guide. */
const themeStates = themes.map(({ name, css }): InterfaceState =>
  name === 'podcast'
    ? {
        name: `theme-${name}`,
        attributes: `audio ${audioAttributes}`,
        pageStyleSheet: css,
        height: 150,
        context: lightContext,
        act: (page) => pauseAt(page)
      }
    : { name: `theme-${name}`, attributes: videoAttributes, pageStyleSheet: css, act: playToEnd }
);

/** Every state that axe tests, and of which `npm run screenshots` takes a screenshot. */
export const interfaceStates: readonly InterfaceState[] = [
  { name: 'poster', hasMuchText: true, attributes: videoAttributes },
  { name: 'paused', attributes: videoAttributes, act: pauseAndHover },
  { name: 'wide', attributes: videoAttributes, width: 1920, act: pauseAndHover },
  { name: 'narrow', attributes: videoAttributes, width: 320, act: pauseAndHover },
  { name: 'touch', attributes: videoAttributes, width: 640, context: { hasTouch: true, isMobile: true }, act: pauseAndHover },
  { name: 'menu', hasMuchText: true, attributes: videoAttributes, act: openSettings },
  { name: 'menu-wide', attributes: videoAttributes, width: 1920, act: openSettings },
  { name: 'menu-narrow', hasMuchText: true, attributes: videoAttributes, width: 320, act: openSettings },
  { name: 'menu-quality', hasMuchText: true, attributes: videoAttributes, act: chooseSetting('quality') },
  { name: 'menu-chapters', hasMuchText: true, attributes: videoAttributes, act: chooseSetting('chapters') },
  { name: 'preview', attributes: videoAttributes, act: showPreview },
  { name: 'preview-narrow', attributes: videoAttributes, width: 320, act: showPreview },
  { name: 'captions', attributes: videoAttributes, act: showCaptions },
  { name: 'captions-narrow', attributes: videoAttributes, width: 320, act: showCaptions },
  { name: 'privacy', hasMuchText: true, attributes: videoAttributes, act: chooseSetting('privacy') },
  { name: 'caption-style', hasMuchText: true, attributes: videoAttributes, act: act.openCaptionStyle },
  { name: 'caption-style-narrow', attributes: videoAttributes, width: 320, act: act.openCaptionStyle },
  { name: 'transcript', hasMuchText: true, attributes: videoAttributes, act: act.openTranscript },
  { name: 'transcript-search', attributes: videoAttributes, act: act.searchTranscript },
  { name: 'transcript-narrow', attributes: videoAttributes, width: 320, act: act.openTranscript },
  { name: 'transcript-off', hasMuchText: true, attributes: videoAttributes, act: chooseSetting('transcript') },
  { name: 'described', attributes: videoAttributes, children: descriptionsTrack, act: act.switchDescriptionsOn },
  { name: 'consent', hasMuchText: true, attributes: `${videoAttributes} chromecast`, act: act.openCastConsent },
  { name: 'consent-narrow', attributes: `${videoAttributes} chromecast`, width: 320, act: act.openCastConsent },
  { name: 'casting', hasMuchText: true, attributes: `${videoAttributes} chromecast`, act: act.startCasting },
  { name: 'airplay', attributes: `src="/media/film.mp4" ${commonAttributes}`, act: act.offerAirplay },
  { name: 'notice', hasMuchText: true, attributes: videoAttributes, act: act.showKeyNotice('c') },
  { name: 'notice-chapter', attributes: videoAttributes, width: 320, act: act.showKeyNotice('Control+ArrowRight') },
  { name: 'ai-label', hasMuchText: true, attributes: labelledAttributes },
  { name: 'ai-label-narrow', attributes: labelledAttributes, width: 320, act: showCaptions },
  { name: 'ai-label-error', attributes: 'src="/media/none.m3u8" ai-label="modified"', act: waitForError },
  { name: 'ai-label-nocontrols', attributes: `${labelledAttributes} nocontrols` },
  { name: 'ai-label-rtl', attributes: labelledAttributes, dir: 'rtl', lang: 'ar', act: pauseAndHover },
  { name: 'ai-label-forced-colours', attributes: labelledAttributes, context: { forcedColors: 'active' }, act: pauseAndHover },
  {
    name: 'ai-label-audio',
    attributes: `audio ${audioAttributes} ai-label="generated"`,
    style: followSystemScheme,
    width: 400,
    height: 220,
    context: lightContext,
    act: (page) => pauseAt(page)
  },
  {
    name: 'shortcuts',
    hasMuchText: true,
    attributes: videoAttributes,
    async act(page) {
      await pauseAndHover(page);
      await pressKey(page, '?');
      await page.getByRole('dialog').waitFor();
    }
  },
  { name: 'error', hasMuchText: true, attributes: 'src="/media/none.m3u8" poster="/media/poster.jpg"', act: waitForError },
  { name: 'error-narrow', attributes: 'src="/media/none.m3u8"', width: 320, act: waitForError },
  { name: 'live', hasMuchText: true, attributes: 'src="/live/hls/master.m3u8" title-text="Delta live" muted', act: playLive },
  { name: 'arranged', attributes: 'src="/live/hls/master.m3u8" title-text="Delta live" muted', act: act.arrangeControls },
  { name: 'refused', hasMuchText: true, attributes: videoAttributes, act: blockAutoplay },
  { name: 'ended', hasMuchText: true, attributes: videoAttributes, act: playToEnd },
  { name: 'reconnecting', hasMuchText: true, attributes: videoAttributes, act: interruptPlayback('reconnecting') },
  { name: 'waiting', attributes: videoAttributes, width: 320, act: interruptPlayback('unavailable') },
  { name: 'audio', hasMuchText: true, attributes: `audio ${audioAttributes}`, height: 150, act: (page) => pauseAt(page) },
  { name: 'audio-narrow', attributes: audioAttributes, width: 320, height: 190, act: (page) => pauseAt(page) },
  {
    name: 'audio-light',
    attributes: `audio ${audioAttributes}`,
    style: followSystemScheme,
    height: 540,
    context: lightContext,
    act: openSettings
  },
  { name: 'rtl', attributes: videoAttributes, dir: 'rtl', act: showPreview },
  { name: 'rtl-menu', attributes: videoAttributes, dir: 'rtl', act: openSettings },
  { name: 'arabic', attributes: videoAttributes, dir: 'rtl', lang: 'ar', act: chooseSetting('privacy') },
  { name: 'german', attributes: videoAttributes, lang: 'de', act: pauseAndHover },
  { name: 'pseudo', attributes: videoAttributes, lang: 'ja', pseudo: true, act: openSettings },
  { name: 'pseudo-narrow', attributes: videoAttributes, lang: 'ja', pseudo: true, width: 320, act: chooseSetting('privacy') },
  { name: 'menu-speed', hasMuchText: true, attributes: videoAttributes, act: chooseSetting('speed') },
  { name: 'data-saver', hasMuchText: true, attributes: videoAttributes, act: switchDataSaverOn(pauseAndHover) },
  {
    name: 'playlist-bar',
    attributes: videoAttributes,
    async act(page) {
      await addPlaylist(page);
      await pauseAndHover(page);
    }
  },
  { name: 'playlist', hasMuchText: true, attributes: videoAttributes, act: openPlaylistPanel(pauseAndHover) },
  { name: 'playlist-narrow', attributes: videoAttributes, width: 320, act: openPlaylistPanel(pauseAndHover) },
  { name: 'up-next', hasMuchText: true, attributes: videoAttributes, act: showUpNext(pauseAndHover) },
  { name: 'up-next-narrow', attributes: videoAttributes, width: 320, act: showUpNext(pauseAndHover) },
  { name: 'share', hasMuchText: true, attributes: videoAttributes, act: openSharePanel(pauseAndHover) },
  { name: 'share-narrow', attributes: videoAttributes, width: 320, act: openSharePanel(pauseAndHover) },
  { name: 'double-speed', attributes: videoAttributes, act: holdDoubleSpeed(pauseAndHover) },
  { name: 'pip-status', hasMuchText: true, attributes: videoAttributes, act: openPipWindow },
  { name: 'podcast-sleep', hasMuchText: true, attributes: `audio ${audioAttributes}`, width: 400, height: 540, act: startSleepTimer },
  {
    name: 'podcast-chapters',
    attributes: `audio ${audioAttributes}`,
    width: 400,
    height: 540,
    act: chooseSetting('chapters', (page) => pauseAt(page))
  },
  { name: 'light', attributes: videoAttributes, style: followSystemScheme, context: lightContext, act: openSettings },
  { name: 'light-caption-style', attributes: videoAttributes, style: followSystemScheme, context: lightContext, act: act.openCaptionStyle },
  { name: 'light-transcript', attributes: videoAttributes, style: followSystemScheme, context: lightContext, act: act.openTranscript },
  { name: 'rtl-transcript', attributes: videoAttributes, dir: 'rtl', lang: 'ar', act: act.openTranscript },
  { name: 'light-privacy', attributes: videoAttributes, style: followSystemScheme, context: lightContext, act: chooseSetting('privacy') },
  { name: 'dark', attributes: videoAttributes, style: followSystemScheme, context: { colorScheme: 'dark' }, act: openSettings },
  { name: 'accent', attributes: videoAttributes, style: '--jet-accent: #5b2bd9', act: chooseSetting('quality') },
  { name: 'slots', attributes: videoAttributes, children: slottedElements, act: pauseAndHover },
  { name: 'forced-colours', attributes: videoAttributes, context: { forcedColors: 'active' }, act: openSettings },
  { name: 'forced-colours-paused', attributes: videoAttributes, context: { forcedColors: 'active' }, act: showPreview },
  {
    name: 'reduced-transparency',
    attributes: videoAttributes,
    features: [{ name: 'prefers-reduced-transparency', value: 'reduce' }],
    act: openSettings
  },
  {
    name: 'reduced-motion',
    attributes: videoAttributes,
    context: { reducedMotion: 'reduce' },
    async act(page) {
      await pauseAt(page);
      await hoverVideo(page);
    }
  },
  ...themeStates
];

/** Returns the HTML of a page with the player in a state. */
export const pageHtml = ({ attributes, children = '', dir, lang = 'en' }: InterfaceState): string => `<!doctype html>
<html lang="${lang}" dir="${dir ?? 'ltr'}">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>jet-player</title>
  <link rel="stylesheet" href="/state.css">
  <script type="module" src="/dist/jet-player.js"></script>
  <main><h1>jet-player</h1><button id="before">Before</button><jet-player ${attributes}>${children}</jet-player><button id="after">After</button></main>
</html>`;

/** Returns the style sheet of that page. */
export const pageCss = ({ style = '', pageStyleSheet = '', context, width = 960, height }: InterfaceState): string => `
  body { margin: 0; background: ${context?.colorScheme === 'light' ? '#fff' : '#0d1117'} }
  h1, #before, #after { position: absolute; inset-block-start: -99px }
  [slot=bottom-end] { padding: 6px 14px; border: 0; border-radius: 99px; background: #fff; color: #000; font: inherit }
  h1 { color: ${context?.colorScheme === 'light' ? '#000' : '#fff'} }
  main { ${height ? `display: flow-root; padding: 12px; box-sizing: border-box; inline-size: ${width}px` : ''} }
  jet-player { ${height ? '' : `inline-size: ${width}px;`} ${style} }
  ${pageStyleSheet}`;

/** Returns the size of that page, in pixels. */
export const pageSize = ({ width = 960, height }: InterfaceState) => ({ width, height: height ?? Math.ceil((width * 9) / 16) });
