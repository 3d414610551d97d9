interface NamedTest {
  readonly file: string;
  /** What the title of the test, or of the group it stands in, begins with. */
  readonly title: string;
}

const test = (file: string, title: string): NamedTest => ({ file: `test/${file}`, title });

/** The tests that the table rests on. */
export const tests = {
  axe: test('looks/axe.spec.ts', 'axe finds nothing'),
  tree: test('a11y/tree.spec.ts', 'every control has its place in the accessibility tree'),
  values: test('a11y/tree.spec.ts', 'what is pressed, open or at a value says so'),
  openTree: test('a11y/tree.spec.ts', 'an open menu and a dialog have their place'),
  order: test('a11y/focus.spec.ts', 'the Tab key goes through in the order of the screen'),
  dialog: test('a11y/focus.spec.ts', 'a dialog keeps the focus until it is closed'),
  tasks: test('a11y/keyboard.spec.ts', 'by keyboard alone'),
  captionsByKey: test('a11y/keyboard.spec.ts', 'by keyboard alone: captions on, in another language, and off'),
  aloudByKey: test('a11y/keyboard.spec.ts', 'by keyboard alone: have the captions read out'),
  soundByKey: test('a11y/keyboard.spec.ts', 'by keyboard alone: another sound track'),
  stop: test('a11y/keyboard.spec.ts', 'by keyboard alone: play and pause'),
  quiet: test('a11y/keyboard.spec.ts', 'by keyboard alone: make it quieter'),
  retry: test('a11y/keyboard.spec.ts', 'by keyboard alone: try again after an error'),
  help: test('a11y/keyboard.spec.ts', 'by keyboard alone: learn the keys'),
  letGo: test('a11y/cancel.spec.ts', 'a button that is let go elsewhere does nothing'),
  size: test('a11y/size.spec.ts', 'what can be pressed is 24 pixels large'),
  zoom: test('a11y/size.spec.ts', 'nothing is lost at 400 % zoom'),
  spacing: test('a11y/size.spec.ts', 'nothing is cut off with the text spacing'),
  flashes: test('a11y/size.spec.ts', 'nothing flashes'),
  pseudo: test('i18n/pseudo.spec.ts', 'every text comes from the tables'),
  aloud: test('ui/aloud.browser.test.ts', 'what is read aloud'),
  colours: test('ui/scheme.browser.test.ts', 'colours'),
  gestures: test('ui/gestures.browser.test.ts', 'gestures'),
  hotkeys: test('ui/hotkeys.browser.test.ts', 'hotkeys'),
  language: test('ui/language.browser.test.ts', 'the language'),
  menu: test('ui/menu.browser.test.ts', 'settings menu'),
  controls: test('ui/controls.browser.test.ts', 'controls'),
  look: test('ui/look.browser.test.ts', 'look'),
  slider: test('ui/slider.browser.test.ts', 'jet-slider'),
  tracks: test('media/engines/contract.browser.test.ts', 'switches the sound track and keeps its place'),
  captionTiming: test('ui/captions/timing.browser.test.ts', 'captions are drawn at their time'),
  captionStyle: test('ui/captions/style.browser.test.ts', 'how captions look'),
  captionTracks: test('ui/captions/tracks.browser.test.ts', 'tracks with a purpose'),
  sameLevel: test('ui/captions/level.browser.test.ts', 'captions and audio description are at the same level as play'),
  markupTracks: test('ui/markup.browser.test.ts', 'a <track> is fetched through the guard when it is first shown'),
  errors: test('ui/error.browser.test.ts', 'error screen'),
  languages: test('i18n/languages.test.ts', 'the list of languages')
} as const satisfies Readonly<Record<string, NamedTest>>;

export type TestName = keyof typeof tests;
