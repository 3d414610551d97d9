import type { TemplateResult } from 'lit';
import type { Messages } from '../../i18n/locales/en.js';
import type { View } from '../view.js';

/** The content of a dialog over the player. It is rendered only while the dialog is open. */
export interface Panel {
  readonly name: string;
  /** Whether the panel opens at the side of the video, which stays visible; otherwise the panel opens over the video. */
  readonly beside?: boolean;
  title(t: Messages, view: View): string;
  /** Called when the viewer closes the panel. */
  onClose?(view: View): void;
  render(view: View): TemplateResult;
}
