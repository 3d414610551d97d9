import { css } from 'lit';

/** The content of the panels: lists of hosts, facts and keys. */
export const panelStyles = css`
  h3 {
    margin: 0.9em 0 0.25em;
    font-size: 1em;
    font-weight: 600;
  }
  jet-dialog p {
    margin: 0;
    color: var(--_panel-quiet);
  }
  .hosts {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .hosts li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 1em;
    padding-block: 0.2em;
  }
  .hosts bdi {
    overflow-wrap: anywhere;
    user-select: text;
  }
  .hosts span,
  .facts dd {
    color: var(--_panel-quiet);
  }
  .facts {
    margin: 1em 0 0;
  }
  .facts.stacked {
    margin-block-start: 0.4em;
  }
  .facts.stacked > div {
    flex-direction: column;
    gap: 0.1em;
  }
  .stacked dd {
    text-align: start;
  }
  .stacked + p {
    margin-block-start: 0.9em;
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 1em;
  }
  .fact button:not(.button),
  jet-dialog .choices button:not(.button, .main) {
    background: var(--_panel-focus, rgb(255 255 255 / 0.16));
  }
  .fact .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  jet-dialog .once {
    margin-block-start: 0.6em;
  }
  jet-dialog .choices {
    /* In a small player the buttons stay visible while the text is scrolled. */
    position: sticky;
    inset-block-end: -1.1em;
    justify-content: end;
    margin: 0.6em -1.1em -1.1em;
    padding: 0.6em 1.1em;
    background: var(--_panel-solid, #12161c);
  }
  jet-copy {
    margin-block-start: 1.2em;
  }
  details {
    margin-block-start: 0.6em;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 36px;
    align-content: center;
    padding-inline-end: 0.4em;
    border-radius: 4px;
    font-weight: 600;
    cursor: pointer;
  }
  summary:focus-visible {
    outline: 2px solid var(--_panel-ring, #fff);
  }
  @media (pointer: coarse) {
    summary {
      min-block-size: 44px;
    }
  }
  details .facts {
    margin-block-start: 0;
  }
  .facts > div,
  .keys > div {
    display: flex;
    justify-content: space-between;
    gap: 1.5em;
    padding-block: 0.3em;
  }
  .keys {
    margin: 0;
  }
  .keys > div {
    align-items: center;
    border-block-end: 1px solid var(--_panel-line);
  }
  dt {
    flex: none;
    font-weight: 600;
  }
  .keys dt {
    flex: 1;
    font-weight: 400;
  }
  dd {
    margin: 0;
    text-align: end;
  }
  .keys dd {
    display: flex;
    gap: 0.35em;
  }
  kbd {
    min-inline-size: 1.7em;
    box-sizing: border-box;
    padding: 0.05em 0.45em;
    border: 1px solid var(--_panel-line);
    border-radius: 5px;
    background: var(--_panel-hover);
    font: inherit;
    font-size: 0.92em;
    text-align: center;
  }
`;
