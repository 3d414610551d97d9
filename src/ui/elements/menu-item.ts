import type { TemplateResult } from 'lit';

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
