import type { TemplateResult } from 'lit';
import type { Messages } from '../../i18n/en.js';
import type { View } from '../control.js';
import { captionStyle } from './caption-style.js';
import { consent } from './consent.js';
import { privacy } from './privacy.js';
import { shortcuts } from './shortcuts.js';
import { transcript } from './transcript.js';

/** What a dialog over the player says. It is drawn only while it is open. */
export interface Panel {
  readonly name: string;
  /** At the side of the picture, which goes on being watched; it is over it otherwise. */
  readonly beside?: boolean;
  title(t: Messages, view: View): string;
  /** The viewer closed it. */
  closed?(view: View): void;
  render(view: View): TemplateResult;
}

/** The panels; each is opened by its name. A new one is one file and one line here. */
export const panels: readonly Panel[] = [privacy, shortcuts, consent, captionStyle, transcript];

/** Whether the panel of this name lies over the player, so that the rest of it is out of reach while it is open. */
export const covers = (name: string | null): boolean => panels.some((panel) => panel.name === name && !panel.beside);
