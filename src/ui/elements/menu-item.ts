import type { TemplateResult } from 'lit';

/** One of several exclusive choices. */
export interface MenuChoice {
  readonly value: string;
  readonly label: string;
  /** Secondary text at the end of the item. */
  readonly note?: string | undefined;
}

/** A slider below the choices, for the values between them. */
export interface MenuSlider {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  describe(value: number): string;
  set(value: number): void;
}

/** An item that opens a list of choices. */
export interface MenuPage {
  readonly name: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly choices: readonly MenuChoice[];
  /** The value of the current choice. */
  readonly value: string;
  /** The text of the current choice. */
  readonly summary: string;
  choose(value: string): void;
  readonly slider?: MenuSlider;
  /** Items below the choices. */
  readonly actions?: readonly MenuAction[];
}

/** An item that runs an action. */
export interface MenuAction {
  readonly name: string;
  readonly label: string;
  readonly icon: TemplateResult;
  /** Whether an action that turns something on or off is on. */
  readonly checked?: boolean;
  run(): void;
}

export type MenuItem = MenuPage | MenuAction;
