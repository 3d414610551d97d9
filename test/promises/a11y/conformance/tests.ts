interface NamedTest {
  readonly file: string;
  /** The first words of the title of the test, or of its group. */
  readonly title: string;
}

const test = (file: string, title: string): NamedTest => ({ file: `test/${file}`, title });

/** The tests that are the evidence in the table. */
export const tests = {
  axe: test('promises/visual/axe.spec.ts', 'axe finds no violation'),
  tree: test('promises/a11y/tree.spec.ts', 'every control is in the accessibility tree as expected'),
  controlStates: test('promises/a11y/tree.spec.ts', 'a pressed, open or adjusted control exposes its state'),
  popupTree: test('promises/a11y/tree.spec.ts', 'an open menu or dialog is in the accessibility tree as expected'),
  focusOrder: test('promises/a11y/focus.spec.ts', 'the Tab key moves a visible focus in the order on the screen'),
  dialogFocus: test('promises/a11y/focus.spec.ts', 'a dialog keeps the focus until it is closed'),
  keyboardTasks: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can'),
  captionsByKey: test(
    'promises/a11y/keyboard.spec.ts',
    'with the keyboard alone, a viewer can switch captions on, to another language, and off'
  ),
  speakCaptionsByKey: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can switch spoken captions on and off'),
  audioTrackByKey: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can choose another audio track'),
  playPauseByKey: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can play and pause'),
  volumeByKey: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can mute, unmute and lower the volume'),
  retryByKey: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can retry after an error'),
  shortcutsByKey: test('promises/a11y/keyboard.spec.ts', 'with the keyboard alone, a viewer can open the list of keyboard shortcuts'),
  pointerCancellation: test('promises/a11y/cancel.spec.ts', 'a button does nothing when the pointer is released elsewhere'),
  targetSize: test('promises/a11y/size.spec.ts', 'controls are at least 24 CSS pixels wide and high'),
  zoom: test('promises/a11y/size.spec.ts', 'no text is cut off at 400 % zoom'),
  textSpacing: test('promises/a11y/size.spec.ts', 'no text is cut off with the text spacing of WCAG 1.4.12'),
  flashes: test('promises/a11y/size.spec.ts', 'no animation repeats more than three times in a second'),
  pseudoLanguage: test('i18n/pseudo.spec.ts', 'every text comes from the tables'),
  speakCaptions: test('ui/interface/announcements.browser.test.ts', 'the live region for screen readers'),
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
  captionsAtSameLevel: test('ui/captions/caption-buttons.browser.test.ts', 'the buttons for captions and audio description'),
  markupTracks: test('ui/host/markup.browser.test.ts', 'fetches a <track> through the guard when it is first shown'),
  errors: test('ui/controls/error-message.browser.test.ts', 'the error screen'),
  languages: test('i18n/languages.test.ts', 'the list of languages')
} as const satisfies Readonly<Record<string, NamedTest>>;

export type TestName = keyof typeof tests;
