import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons.js';
import { property } from '../lit/property.js';
import { buttonStyles } from '../styles/button.css.js';
import { menuStyles } from './menu.css.js';
import type { MenuItem, MenuPage } from './menu-item.js';
import { renderChoices } from './menu-choices.js';
import { menuKey } from './menu-key.js';
import { renderMenuSlider } from './menu-slider.js';
import { distanceFromStart, hasRoomBelow } from './menu-place.js';
import { needsSheet, openSheet } from './sheet.js';
import { sheetStyles } from './sheet.css.js';

/**
 * A button and its menu with one level of submenus, following the menu button pattern of the ARIA Authoring Practices: arrow keys,
 * Home, End, the first letter, Escape one level up, and the focus returns to the button. In a narrow player it opens as a sheet at the
 * bottom of the screen. Fires `toggle` when it opens or closes.
 *
 * @csspart button - The button.
 * @csspart panel - The open menu.
 * @csspart item - One item of the menu.
 * @csspart slider - The slider for the values between the choices.
 * @csspart icon - The icon of an item.
 * @csspart note - Secondary text at the end of an item.
 * @csspart tick - The place of the tick before a choice.
 */
export class JetMenu extends LitElement {
  static override styles = [buttonStyles, menuStyles, sheetStyles];

  @property() label = '';
  /** The accessible name of the item that leads back. */
  @property() back = '';
  @property({ attribute: false }) icon: TemplateResult = icons.settings;
  /** Shown on the button instead of the icon. */
  @property() text = '';
  /** Where the menu opens: at the end of the bar, or with `start` at its button. */
  @property({ reflect: true }) side: 'start' | 'end' = 'end';
  /** Lets the menu extend beyond the player, upwards or downwards, where there is more room. */
  @property({ type: Boolean, reflect: true }) roomy = false;
  /** The items. When the only item has choices, they are shown directly. */
  @property({ attribute: false }) items: readonly (MenuItem | undefined)[] = [];

  #open = false;
  /** The name of the open submenu; undefined for the top level. */
  #submenu: string | undefined;
  /** The key of the item to focus after the next rendering. */
  #next: string | undefined;
  #outside: AbortController | undefined;
  /** Whether there is more room below the button than above it; measured when the menu opens. */
  #below = false;
  /** Whether the menu is a sheet; determined when it opens. */
  #sheet = false;

  get open(): boolean {
    return this.#open;
  }

  show(): void {
    this.#setOpen(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#setOpen(false);
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
        @click=${() => this.#setOpen(!this.#open)}
        @keydown=${this.#onButtonKey}
      >
        ${this.text ? html`<span class="text"><bdi>${this.text}</bdi></span>` : this.icon}
      </button>
      ${this.#open ? (this.#sheet ? html`<dialog class="sheet" aria-label=${this.label}>${this.#panel()}</dialog>` : this.#panel()) : nothing}
    `;
  }

  protected override updated(): void {
    const sheet = this.renderRoot.querySelector('dialog');
    if (sheet && !sheet.open) openSheet(sheet, () => this.#finish(() => undefined), this.#outside!.signal);
    if (this.#next === undefined) return;
    const items = this.#itemElements;
    const checked = this.#next === '' ? items.find(({ ariaChecked }) => ariaChecked === 'true') : undefined;
    const item = items.find(({ dataset }) => dataset.key === this.#next) ?? checked ?? items[0];
    this.#next = undefined;
    item?.focus();
  }

  #panel(): TemplateResult {
    const items = this.items.filter((item) => item !== undefined);
    const [first] = items;
    const onlyPage = items.length === 1 && first && 'choices' in first ? first : undefined;
    const page = onlyPage ?? items.find((item): item is MenuPage => item.name === this.#submenu && 'choices' in item);
    const label = page?.label ?? this.label;
    const rows = page
      ? [
          onlyPage ? nothing : this.#back(page),
          renderChoices(page, (act) => this.#finish(act)),
          page.actions?.map((item) => this.#renderItem(item))
        ]
      : items.map((item) => this.#renderItem(item));
    const { slider } = page ?? {};
    return html`
      <div
        class="panel"
        part="panel"
        role=${slider ? nothing : 'menu'}
        aria-label=${slider ? nothing : label}
        ?data-below=${this.#below}
        @keydown=${this.#onKey}
      >
        ${slider ? renderMenuSlider(slider, label, rows, (event) => this.#onKey(event)) : rows}
      </div>
    `;
  }

  #renderItem(item: MenuItem): TemplateResult {
    const hasChoices = 'choices' in item;
    const checked = hasChoices ? undefined : item.checked;
    const act = () => (hasChoices ? this.#go(item.name, item.value) : this.#finish(() => item.run()));
    return html`
      <div
        class="item"
        part="item"
        role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
        tabindex="0"
        data-key=${item.name}
        aria-haspopup=${hasChoices ? 'menu' : nothing}
        aria-checked=${checked ?? nothing}
        @click=${act}
      >
        <span class="lead" part="icon">${item.icon}</span><span class="name">${item.label}</span>
        ${
          hasChoices
            ? html`<span class="note" part="note"><bdi>${item.summary}</bdi></span
                ><span class="arrow">${icons.next}</span>`
            : nothing
        }
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

  get #itemElements(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item, jet-slider')];
  }

  #go(submenu: string | undefined, key: string): void {
    this.#submenu = submenu;
    this.#next = submenu === undefined ? key : `=${key}`;
    this.requestUpdate();
  }

  #finish(act: () => void): void {
    this.#setOpen(false);
    // An open sheet makes the button inert.
    this.renderRoot.querySelector('dialog')?.close();
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    act();
  }

  #setOpen(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    // The captions make room for it.
    this.toggleAttribute('data-open', open);
    this.#submenu = undefined;
    this.#next = open ? '' : undefined;
    this.#below = open && hasRoomBelow(this);
    if (open && this.side === 'start') this.style.setProperty('--_at', `${distanceFromStart(this)}px`);
    this.#sheet = open && needsSheet(this);
    this.#outside?.abort();
    if (open) this.#watchOutside();
    this.requestUpdate();
    this.dispatchEvent(new Event('toggle', { bubbles: true }));
  }

  #watchOutside(): void {
    const { signal } = (this.#outside = new AbortController());
    const outside = (event: Event) => !event.composedPath().includes(this);
    // Not in capture, because the pressed element may first need to know that a menu was open.
    document.addEventListener('pointerdown', (event) => outside(event) && this.#setOpen(false), { signal });
    this.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget) && relatedTarget !== this) this.#setOpen(false);
      },
      { signal }
    );
  }

  #onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#setOpen(true);
  }

  #onKey(event: KeyboardEvent): void {
    const rtl = getComputedStyle(this).direction === 'rtl';
    const action = menuKey(event, { items: this.#itemElements, rtl, inSubmenu: this.#submenu !== undefined });
    if (!action) return;
    // A sheet keeps the focus.
    if (action === 'closeOnTab') return this.#sheet ? undefined : this.#setOpen(false);
    event.preventDefault();
    if (action === 'close') this.#finish(() => undefined);
    else if (action === 'back') this.#go(undefined, this.#submenu!);
    else if (action === 'act') (event.target as HTMLElement).click();
    else action.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-menu': JetMenu;
  }
}
