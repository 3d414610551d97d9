import { css } from 'lit';

/** The main buttons of a panel. */
export const filledButtonStyles = css`
  .filled {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 2.6em;
    padding: 0.3em 1.1em;
    border: 0;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
`;
