import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { menuIcons } from '../icons/menu-icons.js';
import { property } from '../lit/property.js';
import { buttonStyles } from '../styles/button.css.js';
import { menuStyles } from './menu.css.js';
import type { MenuItem, MenuPage } from './menu-item.js';
import { renderChoices } from './menu-choices.js';
import { actionForKey } from './menu-key.js';
import { renderMenuSlider } from './menu-slider.js';
import { distanceFromStart, hasRoomBelow } from './menu-place.js';
import { needsSheet, openSheet } from './sheet.js';
import { sheetStyles } from './sheet.css.js';

/** The item to focus after the next rendering: by its name, by its value, or the checked one. If there is none, it is the first item. */
type ItemToFocus = { readonly key: string } | { readonly value: string } | 'checked';

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
  #itemToFocus: ItemToFocus | undefined;
  #outsideListeners: AbortController | undefined;
  /** Whether the menu opens below its button, because there is more room than above it; measured when the menu opens. */
  #opensBelow = false;
  /** Whether the menu is a sheet; determined when it opens. */
  #isSheet = false;

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
    const panel = this.#open ? this.#renderPanel() : nothing;
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
      ${this.#open && this.#isSheet ? html`<dialog class="sheet" aria-label=${this.label}>${panel}</dialog>` : panel}
    `;
  }

  protected override updated(): void {
    const sheet = this.renderRoot.querySelector('dialog');
    if (sheet && !sheet.open) openSheet(sheet, () => this.#closeAndRun(() => undefined), this.#outsideListeners!.signal);
    const target = this.#itemToFocus;
    if (!target) return;
    this.#itemToFocus = undefined;
    const items = this.#itemElements;
    const isTarget = ({ ariaChecked, dataset: { key, value } }: HTMLElement) =>
      target === 'checked' ? ariaChecked === 'true' : 'key' in target ? key === target.key : value === target.value;
    (items.find(isTarget) ?? items[0])?.focus();
  }

  #renderPanel(): TemplateResult {
    const items = this.items.filter((item) => item !== undefined);
    const [first] = items;
    const onlyPage = items.length === 1 && first && 'choices' in first ? first : undefined;
    const page = onlyPage ?? items.find((item): item is MenuPage => item.name === this.#submenu && 'choices' in item);
    const label = page?.label ?? this.label;
    const rows = page
      ? [
          onlyPage ? nothing : this.#renderBackItem(page),
          renderChoices(page, (choose) => this.#closeAndRun(choose)),
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
        ?data-below=${this.#opensBelow}
        @keydown=${this.#onKey}
      >
        ${slider ? renderMenuSlider(slider, label, rows, (event) => this.#onKey(event)) : rows}
      </div>
    `;
  }

  #renderItem(item: MenuItem): TemplateResult {
    const hasChoices = 'choices' in item;
    const checked = hasChoices ? undefined : item.checked;
    const onClick = () => (hasChoices ? this.#openPage(item.name, { value: item.value }) : this.#closeAndRun(() => item.run()));
    return html`
      <div
        class="item"
        part="item"
        role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
        tabindex="0"
        data-key=${item.name}
        aria-haspopup=${hasChoices ? 'menu' : nothing}
        aria-checked=${checked ?? nothing}
        @click=${onClick}
      >
        <span class="lead" part="icon">${item.icon}</span><span class="name">${item.label}</span>
        ${
          hasChoices
            ? html`<span class="note" part="note"><bdi>${item.summary}</bdi></span
                ><span class="arrow">${menuIcons.next}</span>`
            : checked
              ? html`<span class="tick" part="tick">${menuIcons.check}</span>`
              : nothing
        }
      </div>
    `;
  }

  #renderBackItem({ name, label }: MenuPage): TemplateResult {
    return html`
      <div
        class="item back"
        part="item"
        role="menuitem"
        tabindex="0"
        aria-label="${this.back}: ${label}"
        @click=${() => this.#openPage(undefined, { key: name })}
      >
        <span class="arrow">${menuIcons.previous}</span><span class="name">${label}</span>
      </div>
    `;
  }

  get #itemElements(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item, jet-slider')];
  }

  /** Opens a submenu, or with undefined the top level. */
  #openPage(submenu: string | undefined, itemToFocus: ItemToFocus): void {
    this.#submenu = submenu;
    this.#itemToFocus = itemToFocus;
    this.requestUpdate();
  }

  #closeAndRun(action: () => void): void {
    this.#setOpen(false);
    // An open sheet makes the button inert.
    this.renderRoot.querySelector('dialog')?.close();
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    action();
  }

  #setOpen(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    // The captions make room for the menu.
    this.toggleAttribute('data-open', open);
    this.#submenu = undefined;
    this.#itemToFocus = open ? 'checked' : undefined;
    this.#opensBelow = open && hasRoomBelow(this);
    if (open && this.side === 'start') this.style.setProperty('--_at', `${distanceFromStart(this)}px`);
    this.#isSheet = open && needsSheet(this);
    this.#outsideListeners?.abort();
    if (open) this.#watchOutside();
    this.requestUpdate();
    this.dispatchEvent(new Event('toggle', { bubbles: true }));
  }

  #watchOutside(): void {
    const { signal } = (this.#outsideListeners = new AbortController());
    const isOutside = (event: Event) => !event.composedPath().includes(this);
    // Not in the capture phase, because the pressed element may first need to know that a menu was open.
    document.addEventListener('pointerdown', (event) => isOutside(event) && this.#setOpen(false), { signal });
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
    // Letters select items here and must not trigger shortcuts.
    event.stopPropagation();
    const rtl = getComputedStyle(this).direction === 'rtl';
    const action = actionForKey(event, { items: this.#itemElements, rtl, inSubmenu: this.#submenu !== undefined });
    if (!action) return;
    // A sheet keeps the focus.
    if (action === 'closeOnTab') return this.#isSheet ? undefined : this.#setOpen(false);
    event.preventDefault();
    if (action === 'close') this.#closeAndRun(() => undefined);
    else if (action === 'back') this.#openPage(undefined, { key: this.#submenu! });
    else if (action === 'act') (event.target as HTMLElement).click();
    else action.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-menu': JetMenu;
  }
}
