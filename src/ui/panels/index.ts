import type { TemplateResult } from 'lit';
import type { Messages } from '../../i18n/en.js';
import type { View } from '../control.js';
import { consent } from './consent.js';
import { privacy } from './privacy.js';
import { shortcuts } from './shortcuts.js';

/** What a dialog over the player says. It is drawn only while it is open. */
export interface Panel {
  readonly name: string;
  title(t: Messages, view: View): string;
  /** The viewer closed it. */
  closed?(view: View): void;
  render(view: View): TemplateResult;
}

/** The panels; each is opened by its name. A new one is one file and one line here. */
export const panels: readonly Panel[] = [privacy, shortcuts, consent];
