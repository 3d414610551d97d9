import { css } from 'lit';
import { aiLabelStyles } from '../ai-label/ai-label.css.js';
import { buttonStyles } from '../styles/button.css.js';
import { visuallyHidden } from '../styles/visually-hidden.css.js';

/** The style sheet of the window of picture-in-picture. */
export const pipStyles = css`
  ${buttonStyles}
  ${aiLabelStyles}
  html,
  body {
    block-size: 100%;
    margin: 0;
    overflow: hidden;
    background: #000;
  }
  .pip {
    --_control: 36px;
    --_icon: 20px;
    --_tip: none;
    position: relative;
    block-size: 100%;
    container-type: size;
    overflow: hidden;
    color: #fff;
    font:
      13px/1.4 system-ui,
      sans-serif;
    user-select: none;
  }
  video,
  .surface {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  /* Hides the browser's captions, because the player renders them. */
  video::cue {
    visibility: hidden;
  }
  video::-webkit-media-text-track-container {
    display: none;
  }
  .bar {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    padding: 20px 6px 2px;
    background: linear-gradient(transparent, rgb(0 0 0 / 0.78) 50%);
    opacity: 0;
    transition: opacity 0.2s;
  }
  .pip:is(:hover, :focus-within, [data-paused]) .bar {
    opacity: 1;
  }
  .pip:is(:hover, :focus-within, [data-paused]) jet-pip-captions {
    inset-block-end: 68px;
  }
  /* The label has one or two lines. */
  .pip:has(> .ai-label) jet-pip-captions {
    inset-block-start: 48px;
  }
  input {
    display: block;
    inline-size: 100%;
    block-size: 20px;
    margin: 0;
    accent-color: var(--jet-accent, #4cc9e4);
  }
  input:focus-visible {
    outline: 2px solid #fff;
  }
  .row {
    display: flex;
    align-items: center;
  }
  .time {
    flex: 1;
    padding-inline: 6px;
    overflow: hidden;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  ${visuallyHidden}
  @container (width < 260px) {
    .time .of,
    [part='back10'],
    [part='forward10'] {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .pip {
      --_control: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      background: Canvas;
    }
  }
`;
