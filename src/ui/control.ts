import type { Messages } from '../i18n/en.js';
import type { MediaState, Player } from '../media/index.js';
import type { Hotkey } from './hotkeys.js';
import type { Later } from './on-demand.js';

/** What the publisher wrote on the element and a control may show. */
export interface PublisherOptions {
  readonly title: string;
  /** The speeds on offer, rising; 1 is normal. */
  readonly rates: readonly number[];
  /** The shortcuts that hold; none when the keyboard is the page's. */
  readonly hotkeys: readonly Hotkey[];
  /** Where the film can be downloaded, absolute; empty when it is not on offer. */
  readonly download: string;
}

/** What a control is drawn from: the state of the player, and what can be asked of it. */
export interface View {
  readonly player: Player;
  readonly state: MediaState;
  readonly t: Messages;
  readonly options: PublisherOptions;
  /** The compact bar: there is sound and no picture. */
  readonly audio: boolean;
  /** The sound was taken away to be allowed to start; one tap brings it back. */
  readonly silenced: boolean;
  /** Menus, panels and keys; undefined until there was a sign of a viewer. */
  readonly later: Later | undefined;
  /** Resolves when they are there and drawn. */
  bring(): Promise<void>;
  /** The name of the open panel, or null. */
  readonly panel: string | null;
  /** Opens a panel by its name, or closes it with null. */
  show(panel: string | null): void;
}

/** One piece of the interface: data in, template out. Its name is also its `::part`. */
export interface Control {
  readonly name: string;
  /** Whether there is anything to show; always, when absent. */
  shown?(view: View): boolean;
  /** A Lit template, a node or a text. */
  render(view: View): unknown;
}

/** The key that does the same as a control, as its tooltip shows it. */
export function keyFor({ options }: View, name: Hotkey['name']): string | undefined {
  return options.hotkeys.find((hotkey) => hotkey.name === name)?.keys.at(-1);
}
