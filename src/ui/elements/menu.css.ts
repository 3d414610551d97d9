import { css } from 'lit';

/** The style sheet of `jet-menu`. The panel is positioned by the control bar, not by its button, so that it fits in the smallest player. */
export const menuStyles = css`
  :host {
    display: block;
  }
  .panel {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-end: var(--_gap, 8px);
    z-index: 2;
    box-sizing: border-box;
    min-inline-size: min(16em, 100cqw - 2 * var(--_gap, 8px));
    max-inline-size: calc(100cqw - 2 * var(--_gap, 8px));
    max-block-size: calc(100cqh - var(--_bar, 64px) - 2 * var(--_gap, 8px));
    padding: 6px;
    overflow: auto;
    overscroll-behavior: contain;
    /* The row that leads back stays in view, and covers no other. */
    scroll-padding-block-start: 3.5em;
    border: 1px solid var(--_panel-line);
    border-radius: calc(var(--jet-radius, 10px) + 2px);
    background: var(--_panel, #12161c);
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.4);
    color: var(--_panel-text, #fff);
    scrollbar-width: thin;
    scrollbar-color: var(--_panel-quiet) transparent;
    animation: rise 0.14s ease-out;
  }
  /* Only the audio player is too low to contain its menu, which opens where there is room. */
  :host([roomy]) .panel {
    max-block-size: min(60vh, 26em);
  }
  :host([roomy]) .panel[data-below] {
    inset-block: 100% auto;
  }
  :host([side='start']) .panel {
    inset-inline: min(var(--_at), 100cqw - var(--_menu) - var(--_gap, 8px)) auto;
  }
  .text {
    display: block;
    max-inline-size: 18em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container (width >= 480px) {
    .panel {
      inline-size: var(--_menu);
    }
  }
  @container (height < 240px) {
    .panel {
      inset-block-end: var(--_gap, 8px);
      max-block-size: calc(100cqh - 2 * var(--_gap, 8px));
      /* Opaque, because the panel covers the buttons here. */
      background: var(--_panel-solid, #12161c);
    }
  }
  .item {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: max(36px, 2.5em);
    padding-inline: 0.75em;
    border-radius: calc(var(--jet-radius, 10px) - 4px);
    line-height: 1.25;
    white-space: nowrap;
    cursor: pointer;
    outline: none;
    -webkit-tap-highlight-color: transparent;
  }
  .lead,
  .tick,
  .arrow {
    flex: none;
    inline-size: 1.3em;
  }
  .panel .icon {
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  .arrow {
    opacity: 0.7;
    margin-inline: -0.4em;
  }
  .arrow:dir(rtl) {
    transform: scaleX(-1);
  }
  .name {
    flex: 1 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .note {
    flex: none;
    max-inline-size: 50%;
    overflow: hidden;
    color: var(--_panel-quiet);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
  }
  /* The name is shown in full; the current choice takes the rest. */
  .item[aria-haspopup] > .name {
    flex-shrink: 0;
  }
  .item[aria-haspopup] > .note {
    flex-shrink: 1;
    max-inline-size: none;
  }
  .item[aria-checked='true'] {
    color: var(--_accent-text);
  }
  .slide {
    --jet-track: var(--_panel-focus);
    --jet-thumb: var(--_panel-text, #fff);
    --jet-focus: var(--_panel-ring, #fff);
    display: flex;
    align-items: center;
    gap: 0.9em;
    min-block-size: max(36px, 2.5em);
    padding-inline: 1em 0.75em;
  }
  .slide > jet-slider {
    --jet-slider-target: 36px;
    flex: 1;
  }
  .slide > bdi {
    min-inline-size: 3.2em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .back {
    position: sticky;
    inset-block-start: -6px;
    z-index: 1;
    margin-block-end: 6px;
    background: var(--_panel-solid, #12161c);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    box-shadow: 0 1px 0 var(--_panel-line);
    font-weight: 600;
  }
  .item:focus {
    background-image: linear-gradient(var(--_panel-focus) 0 0);
  }
  .item:focus-visible {
    outline: 2px solid var(--_panel-ring);
    outline-offset: -2px;
  }
  @media (hover: hover) {
    .item:hover {
      background-image: linear-gradient(var(--_panel-hover) 0 0);
    }
  }
  .sheet .panel {
    position: static;
    inline-size: auto;
    max-inline-size: none;
    max-block-size: none;
    overflow: visible;
    border: 0;
    background: none;
    box-shadow: none;
    animation: none;
  }
  .sheet .back {
    inset-block-start: 0;
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
    .slide > jet-slider {
      --jet-slider-target: 44px;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
      background: Canvas;
    }
    .item:is(:focus, :hover) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .item:is(:focus, :hover) .note {
      color: inherit;
    }
  }
`;
