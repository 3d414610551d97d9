import { css } from 'lit';

/** A modal dialog at the bottom of the screen; over the whole frame of a small embed. */
export const sheetStyles = css`
  dialog.sheet:modal {
    position: fixed;
    inset: auto 0 0;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 480px;
    max-block-size: 85dvh;
    margin: 0 auto;
    padding: 0 0 env(safe-area-inset-bottom);
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block-start: 60px;
    border: 0;
    border-radius: 16px 16px 0 0;
    background: var(--_panel-solid, #12161c);
    color: var(--_panel-text, #fff);
    font-size: max(1em, 15px);
    pointer-events: auto;
    animation: enter 0.2s ease-out;
  }
  dialog.sheet::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  /* Shows that it can be swiped. */
  dialog.sheet::before {
    content: '';
    flex: none;
    display: block;
    inline-size: 36px;
    block-size: 4px;
    margin: 6px auto 2px;
    border-radius: 2px;
    background: var(--_panel-quiet);
    opacity: 0.6;
  }
  @media (height < 480px) {
    dialog.sheet:modal {
      block-size: 100dvh;
      max-inline-size: 100%;
      max-block-size: 100dvh;
      border-radius: 0;
    }
    dialog.sheet::before {
      content: none;
    }
  }
  @keyframes enter {
    from {
      transform: translateY(40px);
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog.sheet:modal {
      animation: none;
    }
  }
`;
