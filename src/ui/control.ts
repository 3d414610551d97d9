import type { TemplateResult } from 'lit';
import type { Messages } from '../i18n/en.js';
import type { MediaState, Player } from '../media/index.js';

/** What the publisher wrote on the element and a control may show. */
export interface PublisherOptions {
  readonly title: string;
  /** The speeds on offer, rising; 1 is normal. */
  readonly rates: readonly number[];
  readonly hotkeys: boolean;
}

/** What a control is drawn from: the state of the player, and what can be asked of it. */
export interface View {
  readonly player: Player;
  readonly state: MediaState;
  readonly t: Messages;
  readonly options: PublisherOptions;
  /** The sound was taken away to be allowed to start; one tap brings it back. */
  readonly silenced: boolean;
  /** The name of the open panel, or null. */
  readonly panel: string | null;
  /** Opens a panel by its name, or closes it with null. */
  show(panel: string | null): void;
}

/** One piece of the interface: data in, template out. Its name is also its `::part`. */
export interface Control {
  readonly name: string;
  /** The key that does the same, as the tooltip shows it. */
  readonly key?: string;
  /** Whether there is anything to show; always, when absent. */
  shown?(view: View): boolean;
  render(view: View): TemplateResult;
}
