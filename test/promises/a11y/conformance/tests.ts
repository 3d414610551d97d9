interface NamedTest {
  readonly file: string;
  /** The first words of the title of the test, or of its group. */
  readonly title: string;
}

const test = (file: string, title: string): NamedTest => ({ file: `test/${file}`, title });

/** The tests that support the table. */
export const tests = {
  axe: test('promises/visual/axe.spec.ts', 'axe finds nothing'),
  tree: test('promises/a11y/tree.spec.ts', 'every control is in the accessibility tree as expected'),
  values: test('promises/a11y/tree.spec.ts', 'a pressed, open or adjusted control exposes its state'),
  openTree: test('promises/a11y/tree.spec.ts', 'an open menu or dialog is in the accessibility tree as expected'),
  order: test('promises/a11y/focus.spec.ts', 'the Tab key follows the order of the screen'),
  dialog: test('promises/a11y/focus.spec.ts', 'a dialog keeps the focus until it is closed'),
  tasks: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone'),
  captionsByKey: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: captions on, in another language, and off'),
  aloudByKey: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: have the captions read out'),
  soundByKey: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: another audio track'),
  stop: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: play and pause'),
  quiet: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: make it quieter'),
  retry: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: try again after an error'),
  help: test('promises/a11y/keyboard.spec.ts', 'by keyboard alone: learn the keys'),
  letGo: test('promises/a11y/cancel.spec.ts', 'a button that is released elsewhere does nothing'),
  size: test('promises/a11y/size.spec.ts', 'controls are at least 24 pixels large'),
  zoom: test('promises/a11y/size.spec.ts', 'nothing is lost at 400 % zoom'),
  spacing: test('promises/a11y/size.spec.ts', 'nothing is cut off with the text spacing'),
  flashes: test('promises/a11y/size.spec.ts', 'nothing flashes'),
  pseudo: test('i18n/pseudo.spec.ts', 'every text comes from the tables'),
  aloud: test('ui/interface/announcements.browser.test.ts', 'the live region for screen readers'),
  colours: test('ui/styles/scheme.browser.test.ts', 'colours'),
  gestures: test('ui/interface/gestures.browser.test.ts', 'gestures on the video'),
  hotkeys: test('ui/interface/hotkeys.browser.test.ts', 'hotkeys'),
  language: test('ui/interface/language.browser.test.ts', 'the language'),
  menu: test('ui/settings/menu.browser.test.ts', 'the settings menu'),
  controls: test('ui/controls/controls.browser.test.ts', 'controls'),
  look: test('ui/styles/layout.browser.test.ts', 'the layout of the player'),
  slider: test('ui/elements/jet-slider.browser.test.ts', 'jet-slider'),
  tracks: test('media/engines/contract.browser.test.ts', 'switches the audio track and keeps the playback position'),
  captionTiming: test('ui/captions/timing.browser.test.ts', 'captions appear and disappear within 50 ms of their cue times'),
  captionStyle: test('ui/captions/style.browser.test.ts', 'the style of captions'),
  captionTracks: test('ui/captions/tracks.browser.test.ts', 'audio description'),
  sameLevel: test('ui/captions/caption-buttons.browser.test.ts', 'the buttons for captions and audio description'),
  markupTracks: test('ui/host/markup.browser.test.ts', 'fetches a <track> through the guard when it is first shown'),
  errors: test('ui/controls/error-message.browser.test.ts', 'the error screen'),
  languages: test('i18n/languages.test.ts', 'the list of languages')
} as const satisfies Readonly<Record<string, NamedTest>>;

export type TestName = keyof typeof tests;
