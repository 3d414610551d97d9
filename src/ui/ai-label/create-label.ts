import { aiLabelText } from './label-text.js';

/** The label as an element, and the function that changes what it says. */
export interface LabelElement {
  readonly element: HTMLElement;
  /** Shows the text for a value of `ai-label`, in a language of the player. */
  update(value: string, lang: string): void;
}

/**
 * Creates the label: the letters “AI” in a box as its icon, which screen readers do not read, and the text. It has no `part`, so that
 * a style sheet of the page cannot select it.
 */
export function createLabel(): LabelElement {
  const element = document.createElement('div');
  const icon = document.createElement('span');
  const text = document.createElement('span');
  Object.assign(element, { className: 'ai-label', id: 'ai-label' });
  Object.assign(icon, { className: 'ai-icon', ariaHidden: 'true', textContent: 'AI' });
  element.append(icon, text);
  return {
    element,
    update(value, lang) {
      element.lang = lang;
      const newText = aiLabelText(value, lang);
      if (text.textContent !== newText) text.textContent = newText;
    }
  };
}
