import { css } from 'lit';

/**
 * The element, its video, and the sizes that everything inside depends on.
 *
 * @cssprop --jet-accent - Colour of the played part and of selected items. When it is too dark or too light to be visible, a lighter or darker colour of the same hue is used.
 * @cssprop --jet-on-accent - Text on the accent colour. Without it, black or white, whichever has more contrast.
 * @cssprop --jet-color-scheme - As `color-scheme`, for menus, panels and the bar of the audio player: `dark`, `light`, or `light dark` to follow the system. The page's own `color-scheme` on the element does the same.
 * @cssprop --jet-text - Text and icons over the video.
 * @cssprop --jet-text-quiet - Less important text.
 * @cssprop --jet-panel - Background of menus and tooltips.
 * @cssprop --jet-panel-solid - Background of dialogs.
 * @cssprop --jet-panel-text - Text in menus and dialogs.
 * @cssprop --jet-scrim - Colour of the shade behind the controls and the title, which fades out; `transparent` removes it.
 * @cssprop --jet-track - The track of a slider.
 * @cssprop --jet-buffered - The buffered ranges on the seek bar.
 * @cssprop --jet-thumb - The handle of a slider.
 * @cssprop --jet-focus - The focus ring.
 * @cssprop --jet-font - Font family.
 * @cssprop --jet-font-size - Size of all text.
 * @cssprop --jet-control-size - Width and height of a button of the bar.
 * @cssprop --jet-icon-size - Width and height of its icon.
 * @cssprop --jet-gap - Space between the edge of the player and the bar, the title and the menus.
 * @cssprop --jet-control-gap - Space between the buttons of the bar.
 * @cssprop --jet-cue-background - Background of the captions.
 * @cssprop --jet-cue-text - Text of the captions.
 * @cssprop --jet-live - The dot of the live badge, at the live edge.
 * @cssprop --jet-volume - The filled part of the volume slider.
 * @cssprop --jet-object-fit - How the video fits the element; as `object-fit`.
 * @cssprop --jet-radius - Roundness of buttons and panels.
 */
export const frameStyles = css`
  :host {
    display: block;
    position: relative;
    aspect-ratio: 16 / 9;
    overflow: clip;
    background: #000;
    color: var(--jet-text, #fff);
    font-family: var(--jet-font, system-ui, sans-serif);
    contain: layout style;
    color-scheme: var(--jet-color-scheme, dark);
  }
  /* The audio bar is as tall as its content, and at least as tall as its buttons. */
  :host([audio]) {
    aspect-ratio: auto;
    min-block-size: 50px;
    overflow: visible;
    background: none;
    contain: style;
  }
  :host(:state(audio)) {
    aspect-ratio: auto;
    min-block-size: 50px;
    overflow: visible;
    background: none;
    contain: style;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:fullscreen) {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 0;
  }
  slot:not([name])::slotted(video) {
    inline-size: 100%;
    block-size: 100%;
  }
  .frame {
    --_control: var(--jet-control-size, clamp(36px, 32px + 0.9cqw, 80px));
    --_icon: var(--jet-icon-size, calc(var(--_control) * 0.56));
    --_gap: var(--jet-gap, clamp(6px, 1.2cqw, 20px));
    --_bar: calc(var(--_control) + 28px);
    --jet-slider-line: clamp(4px, 3px + 0.1cqw, 8px);
    --jet-slider-line-active: clamp(6px, 5px + 0.12cqw, 11px);
    --jet-slider-thumb: clamp(14px, 12px + 0.2cqw, 24px);
    position: absolute;
    inset: 0;
    container-type: size;
    /* Not hidden, because focusing an element outside the box would scroll it. */
    overflow: clip;
    font-size: var(--jet-font-size, 14px);
    line-height: 1.4;
    text-align: start;
    user-select: none;
  }
  .frame > * {
    font-size: var(--jet-font-size, clamp(12.5px, 11.6px + 0.25cqw, 26px));
  }
  video,
  .masked-video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--jet-object-fit, contain);
  }
  .masked-video {
    pointer-events: none;
  }
  .frame[data-audio] > .masked-video {
    display: none;
  }
  /* The browser's captions: until the player renders them, and while only the video is on the screen. */
  video::cue {
    background: var(--_cue-background, var(--jet-cue-background, rgb(0 0 0 / 0.75)));
    color: var(--_cue-text, var(--jet-cue-text, #fff));
    font-family: var(--jet-font, system-ui, sans-serif);
    line-height: 1.35;
    text-shadow: var(--_cue-edge, none);
  }
  .frame[data-captioned] video::cue {
    visibility: hidden;
  }
  .frame[data-captioned] video::-webkit-media-text-track-container {
    display: none;
  }
  /* Captions make room for the bar, and for the title. */
  video::-webkit-media-text-track-container {
    transform: translateY(-2.5%);
    transition: transform 0.2s;
  }
  .frame:not([data-idle]) video::-webkit-media-text-track-container {
    transform: translateY(calc(var(--_bar) * -1));
  }
  slot[name='poster']::slotted(*) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  [hidden] {
    display: none !important;
  }
  @media (pointer: coarse) {
    .frame {
      --_control: var(--jet-control-size, clamp(44px, 40px + 0.6cqw, 64px));
      --_icon: var(--jet-icon-size, calc(var(--_control) * 0.5));
      --jet-slider-target: 44px;
    }
  }
`;
