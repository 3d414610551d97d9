import { html, nothing, type TemplateResult } from 'lit';
import { menuIcons } from '../icons/menu-icons.js';
import type { MenuPage } from './menu-item.js';

/** Renders the exclusive choices of a page of a menu; `closeAndRun` closes the menu and then runs a function. */
export const renderChoices = ({ choices, value, choose }: MenuPage, closeAndRun: (action: () => void) => void): TemplateResult[] =>
  choices.map(
    (choice) => html`
      <div
        class="item"
        part="item"
        role="menuitemradio"
        tabindex="0"
        data-value=${choice.value}
        aria-checked=${choice.value === value}
        @click=${() => closeAndRun(() => choose(choice.value))}
      >
        <span class="tick" part="tick">${choice.value === value ? menuIcons.check : nothing}</span
        ><span class="name"><bdi>${choice.label}</bdi></span>
        ${choice.note ? html`<span class="note" part="note">${choice.note}</span>` : nothing}
      </div>
    `
  );
