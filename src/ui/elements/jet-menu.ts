import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons.js';
import { property } from '../property.js';
import { buttonStyles } from '../styles/button.css.js';
import { menuStyles } from '../styles/menu.css.js';
import type { MenuItem, MenuPage } from './menu-item.js';
import { menuKey } from './menu-key.js';

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
  /** Shown on the button instead of the icon. */
  @property() text = '';
  /** At which end of the bar the menu opens. */
  @property({ reflect: true }) side: 'start' | 'end' = 'end';
  /** The menu may leave the player, upwards or downwards: where there is more room. */
  @property({ type: Boolean, reflect: true }) roomy = false;
  /** A list of choices that is alone is shown at once. */
  @property({ attribute: false }) items: readonly (MenuItem | undefined)[] = [];

  #open = false;
  /** The page that is shown; undefined is the first. */
  #page: string | undefined;
  /** What gets the focus when the next rendering is done. */
  #next: string | undefined;
  #outside: AbortController | undefined;
  /** There is more room under the button than above it; asked when it opens. */
  #below = false;

  get open(): boolean {
    return this.#open;
  }

  show(): void {
    this.#set(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#set(false);
  }

  protected override render() {
    return html`
      <button
        type="button"
        class=${this.text ? 'button wide' : 'button'}
        part="button"
        aria-haspopup="menu"
        aria-expanded=${this.#open}
        aria-label=${this.text && this.text !== this.label ? `${this.label}: ${this.text}` : this.label}
        data-tip=${this.label}
        @click=${() => this.#set(!this.#open)}
        @keydown=${this.#onButtonKey}
      >
        ${this.text ? html`<span class="text" dir="auto">${this.text}</span>` : this.icon}
      </button>
      ${this.#open ? this.#panel() : nothing}
    `;
  }

  protected override updated(): void {
    if (this.#next === undefined) return;
    const lines = this.#lines;
    const checked = this.#next === '' ? lines.find(({ ariaChecked }) => ariaChecked === 'true') : undefined;
    const item = lines.find((line) => line.dataset.key === this.#next) ?? checked ?? lines[0];
    this.#next = undefined;
    item?.focus();
  }

  #panel(): TemplateResult {
    const items = this.items.filter((item) => item !== undefined);
    const [first] = items;
    const alone = items.length === 1 && first && 'choices' in first ? first : undefined;
    const page = alone ?? items.find((item): item is MenuPage => item.name === this.#page && 'choices' in item);
    return html`
      <div
        class="panel"
        part="panel"
        role="menu"
        aria-label=${page?.label ?? this.label}
        ?data-below=${this.#below}
        @keydown=${this.#onKey}
      >
        ${page ? [alone ? nothing : this.#back(page), this.#choices(page)] : items.map((item) => this.#line(item))}
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
        tabindex="0"
        data-key=${item.name}
        aria-haspopup=${leads ? 'menu' : nothing}
        @click=${act}
      >
        ${item.icon}<span class="name">${item.label}</span>
        ${leads ? html`<span class="note" dir="auto">${item.summary}</span><span class="arrow">${icons.next}</span>` : nothing}
      </div>
    `;
  }

  #back({ name, label }: MenuPage): TemplateResult {
    return html`
      <div
        class="item back"
        part="item"
        role="menuitem"
        tabindex="0"
        data-key=""
        aria-label="${this.back}: ${label}"
        @click=${() => this.#go(undefined, name)}
      >
        <span class="arrow">${icons.previous}</span><span class="name">${label}</span>
      </div>
    `;
  }

  #choices({ choices, value, choose }: MenuPage): TemplateResult[] {
    return choices.map(
      (choice) => html`
        <div
          class="item"
          part="item"
          role="menuitemradio"
          tabindex="0"
          data-key="=${choice.value}"
          aria-checked=${choice.value === value}
          @click=${() => this.#finish(() => choose(choice.value))}
        >
          <span class="tick">${choice.value === value ? icons.check : nothing}</span><span class="name" dir="auto">${choice.label}</span>
          ${choice.note ? html`<span class="note">${choice.note}</span>` : nothing}
        </div>
      `
    );
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
    this.#below = open && this.#roomBelow();
    this.#outside?.abort();
    if (open) this.#watchOutside();
    this.requestUpdate();
    this.dispatchEvent(new Event('toggle', { bubbles: true }));
  }

  #roomBelow(): boolean {
    const { top, bottom } = this.getBoundingClientRect();
    return innerHeight - bottom > top;
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
    const lines = this.#lines;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const meaning = menuKey(event, { lines, rtl, inner: this.#page !== undefined });
    if (!meaning) return;
    if (meaning === 'leave') return this.#set(false);
    event.preventDefault();
    if (meaning === 'close') this.#finish(() => undefined);
    else if (meaning === 'back') this.#go(undefined, this.#page!);
    else if (meaning === 'act') (event.target as HTMLElement).click();
    else meaning.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-menu': JetMenu;
  }
}
