import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icons } from '../icons.js';
import { buttonStyles } from '../styles/button.css.js';
import { menuStyles } from '../styles/menu.css.js';

/** One of several things of which one is chosen. */
export interface MenuChoice {
  readonly value: string;
  readonly label: string;
  /** Said more quietly, at the end of the line. */
  readonly note?: string | undefined;
}

/** A line that leads to a list of choices. */
export interface MenuPage {
  readonly name: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly choices: readonly MenuChoice[];
  /** The value of the choice that holds. */
  readonly value: string;
  /** What holds now, in words. */
  readonly summary: string;
  choose(value: string): void;
}

/** A line that does something. */
export interface MenuAction {
  readonly name: string;
  readonly label: string;
  readonly icon: TemplateResult;
  run(): void;
}

export type MenuItem = MenuPage | MenuAction;

/**
 * A button and its menu with one level of sub menus, by the menu button pattern of the ARIA Authoring Practices: arrow keys,
 * Home, End, the first letter, Escape one level up, and the focus goes back to the button. Fires `toggle` when it opens or closes.
 *
 * @csspart button - The button.
 * @csspart panel - The open menu.
 * @csspart item - One line of it.
 */
export class JetMenu extends LitElement {
  static override styles = [buttonStyles, menuStyles];

  @property() label = '';
  /** What the line that leads back is called. */
  @property() back = '';
  @property({ attribute: false }) icon: TemplateResult = icons.settings;
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  #open = false;
  /** The page that is shown; undefined is the first. */
  #page: string | undefined;
  /** What gets the focus when the next rendering is done. */
  #next: string | undefined;
  #outside: AbortController | undefined;

  get open(): boolean {
    return this.#open;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#set(false);
  }

  protected override render() {
    return html`
      <button
        type="button"
        class="button"
        part="button"
        aria-haspopup="menu"
        aria-expanded=${this.#open}
        aria-label=${this.label}
        data-tip=${this.label}
        @click=${() => this.#set(!this.#open)}
        @keydown=${this.#onButtonKey}
      >
        ${this.icon}
      </button>
      ${this.#open ? this.#panel() : nothing}
    `;
  }

  protected override updated(): void {
    if (this.#next === undefined) return;
    const item = this.#lines.find((line) => line.dataset.key === this.#next) ?? this.#lines[0];
    this.#next = undefined;
    item?.focus();
  }

  #panel(): TemplateResult {
    const page = this.items.find((item): item is MenuPage => item.name === this.#page && 'choices' in item);
    return html`
      <div class="panel" part="panel" role="menu" aria-label=${page?.label ?? this.label} @keydown=${this.#onKey}>
        ${page ? this.#choices(page) : this.items.map((item) => this.#line(item))}
      </div>
    `;
  }

  #line(item: MenuItem): TemplateResult {
    const leads = 'choices' in item;
    const act = () => (leads ? this.#go(item.name, item.value) : this.#finish(() => item.run()));
    return html`
      <div
        class="item"
        part="item"
        role="menuitem"
        tabindex="-1"
        data-key=${item.name}
        aria-haspopup=${leads ? 'menu' : nothing}
        @click=${act}
      >
        ${item.icon}<span class="name">${item.label}</span>
        ${leads ? html`<span class="note">${item.summary}</span><span class="arrow">${icons.next}</span>` : nothing}
      </div>
    `;
  }

  #choices({ name, label, choices, value, choose }: MenuPage): TemplateResult {
    return html`
      <div
        class="item back"
        part="item"
        role="menuitem"
        tabindex="-1"
        data-key=""
        aria-label="${this.back}: ${label}"
        @click=${() => this.#go(undefined, name)}
      >
        <span class="arrow">${icons.previous}</span><span class="name">${label}</span>
      </div>
      ${choices.map(
        (choice) => html`
          <div
            class="item"
            part="item"
            role="menuitemradio"
            tabindex="-1"
            data-key="=${choice.value}"
            aria-checked=${choice.value === value}
            @click=${() => this.#finish(() => choose(choice.value))}
          >
            <span class="tick">${choice.value === value ? icons.check : nothing}</span><span class="name">${choice.label}</span>
            ${choice.note ? html`<span class="note">${choice.note}</span>` : nothing}
          </div>
        `
      )}
    `;
  }

  get #lines(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
  }

  #go(page: string | undefined, key: string): void {
    this.#page = page;
    this.#next = page === undefined ? key : `=${key}`;
    this.requestUpdate();
  }

  #finish(act: () => void): void {
    this.#set(false);
    this.#focusButton();
    act();
  }

  #focusButton(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  #set(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#page = undefined;
    this.#next = open ? '' : undefined;
    this.#outside?.abort();
    if (open) this.#watchOutside();
    this.requestUpdate();
    this.dispatchEvent(new Event('toggle', { bubbles: true }));
  }

  #watchOutside(): void {
    const { signal } = (this.#outside = new AbortController());
    const outside = (event: Event) => !event.composedPath().includes(this);
    // Not while capturing: whoever was pressed may want to know first that a menu was open.
    document.addEventListener('pointerdown', (event) => outside(event) && this.#set(false), { signal });
    this.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget) && relatedTarget !== this) this.#set(false);
      },
      { signal }
    );
  }

  #onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#set(true);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Letters find lines here; they are not the player's shortcuts.
    event.stopPropagation();
    const { key } = event;
    if (key === 'Tab') return this.#set(false);
    const lines = this.#lines;
    const index = lines.indexOf(event.target as HTMLElement);
    const current = lines[index];
    const rtl = getComputedStyle(this).direction === 'rtl';
    const inward = key === (rtl ? 'ArrowLeft' : 'ArrowRight');
    const outward = key === (rtl ? 'ArrowRight' : 'ArrowLeft');
    if (key === 'Enter' || key === ' ' || (inward && current?.ariaHasPopup)) current?.click();
    else if ((key === 'Escape' || outward) && this.#page !== undefined) this.#go(undefined, this.#page);
    else if (key === 'Escape') this.#finish(() => undefined);
    else if (key === 'ArrowDown') lines[(index + 1) % lines.length]?.focus();
    else if (key === 'ArrowUp') lines.at(index - 1)?.focus();
    else if (key === 'Home') lines[0]?.focus();
    else if (key === 'End') lines.at(-1)?.focus();
    else if (key.length === 1) this.#focusLetter(key, [...lines.slice(index + 1), ...lines.slice(0, index + 1)]);
    else return;
    event.preventDefault();
  }

  #focusLetter(letter: string, lines: readonly HTMLElement[]): void {
    const named = (line: HTMLElement) => line.querySelector('.name')?.textContent?.trim().toLowerCase() ?? '';
    lines.find((line) => named(line).startsWith(letter.toLowerCase()))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-menu': JetMenu;
  }
}
