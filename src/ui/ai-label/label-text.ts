import { aiLabels } from '../../i18n/ai-labels.js';

/** Whether a value of `ai-label` is one that the player knows. */
export const isAiLabelKind = (value: string): value is 'generated' | 'modified' => value === 'generated' || value === 'modified';

/**
 * Returns the text of the label in a language of the player. A value that is unknown does not say which of the two is true, so the text
 * names both: “Made with AI or Changed with AI”.
 */
export function aiLabelText(value: string, lang: string): string {
  const texts = aiLabels[lang]!;
  if (isAiLabelKind(value)) return texts[value];
  return new Intl.ListFormat(lang, { type: 'disjunction' }).format([texts.generated, texts.modified]);
}

/**
 * Returns the player's language for an element, by the language that HTML gives it, its own or that of an ancestor (HTML, 3.2.6.2); `en`
 * when the player does not have it. The `:lang()` of Firefox does not look beyond a shadow root, so the host of the root is asked instead.
 */
export function aiLabelLanguage(element: Element): string {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot && !element.closest('[lang]')) return aiLabelLanguage(root.host);
  return Object.keys(aiLabels).find((lang) => element.matches(`:lang(${lang})`)) ?? 'en';
}
