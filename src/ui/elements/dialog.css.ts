import { css } from 'lit';

/** The style sheet of `jet-dialog`. */
export const dialogStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 3;
    display: none;
    place-items: center;
    padding: var(--_gap, 8px);
    background: rgb(0 0 0 / 0.45);
  }
  :host([open]) {
    display: grid;
  }
  dialog {
    position: static;
    display: none;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: min(100%, 30em);
    max-block-size: 100%;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_panel-line);
    border-radius: calc(var(--jet-radius, 10px) + 2px);
    background: var(--_panel-solid, #12161c);
    box-shadow: 0 12px 40px rgb(0 0 0 / 0.5);
    color: var(--_panel-text, #fff);
  }
  dialog[open] {
    display: flex;
  }
  :host([modal]) {
    position: static;
    padding: 0;
  }
  dialog:modal {
    position: fixed;
    inset: 0;
    max-inline-size: calc(100vw - 24px);
    max-block-size: calc(100vh - 24px);
    margin: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  :host([sheet]) {
    position: static;
    padding: 0;
  }
  :host(:not([modal], [sheet])) dialog {
    min-block-size: 0;
    max-block-size: calc(100cqh - 2 * var(--_gap, 8px));
  }
  /* The video stays visible, and the bar usable. */
  :host([beside]) {
    inset-block-end: var(--_bar);
    grid-template-rows: minmax(0, 1fr);
    place-items: stretch end;
    background: none;
    pointer-events: none;
  }
  :host([beside]:not([sheet])) dialog {
    inline-size: min(100%, var(--_beside, 22em));
    max-block-size: 100%;
    pointer-events: auto;
  }
  @container (height < 300px) {
    :host([beside]) {
      inset-block-end: 0;
    }
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding-inline: 1.1em 0.3em;
    padding-block: 0.2em;
    border-block-end: 1px solid var(--_panel-line);
  }
  h2 {
    margin: 0;
    font-size: 1.08em;
    font-weight: 600;
  }
  .body {
    /* The flex basis is not 0, because WebKit would give the body of a modal dialog no height. */
    flex: 1 1 auto;
    padding: 0.4em 1.1em 1.1em;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_panel-quiet) transparent;
  }
  .body:focus-visible {
    outline: 2px solid var(--_panel-ring, #fff);
    outline-offset: -3px;
  }
  @media (forced-colors: active) {
    dialog {
      border-color: CanvasText;
      background: Canvas;
    }
  }
`;
