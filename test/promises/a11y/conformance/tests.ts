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
  aloud: test('ui/captions/speak-captions.browser.test.ts', 'what is read aloud'),
  colours: test('ui/styles/scheme.browser.test.ts', 'colours'),
  gestures: test('ui/interface/gestures.browser.test.ts', 'gestures'),
  hotkeys: test('ui/interface/hotkeys.browser.test.ts', 'hotkeys'),
  language: test('ui/interface/language.browser.test.ts', 'the language'),
  menu: test('ui/settings/menu.browser.test.ts', 'settings menu'),
  controls: test('ui/controls/controls.browser.test.ts', 'controls'),
  look: test('ui/styles/look.browser.test.ts', 'look'),
  slider: test('ui/elements/jet-slider.browser.test.ts', 'jet-slider'),
  tracks: test('media/engines/contract.browser.test.ts', 'switches the audio track and keeps the playback position'),
  captionTiming: test('ui/captions/timing.browser.test.ts', 'captions are drawn at their time'),
  captionStyle: test('ui/captions/style.browser.test.ts', 'how captions look'),
  captionTracks: test('ui/captions/tracks.browser.test.ts', 'tracks with a purpose'),
  sameLevel: test('ui/captions/level.browser.test.ts', 'captions and audio description are at the same level as play'),
  markupTracks: test('ui/host/markup.browser.test.ts', 'a <track> is fetched through the guard when it is first shown'),
  errors: test('ui/controls/error-message.browser.test.ts', 'error screen'),
  languages: test('i18n/languages.test.ts', 'the list of languages')
} as const satisfies Readonly<Record<string, NamedTest>>;

export type TestName = keyof typeof tests;
