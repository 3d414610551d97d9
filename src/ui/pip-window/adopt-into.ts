import type { CSSResult } from 'lit';

/** Adopts a style sheet into a document of another window, which accepts only sheets that its own window has made. */
export function adoptInto(root: DocumentOrShadowRoot & Node, styles: CSSResult): void {
  const rootDocument = (root.ownerDocument ?? root) as Document;
  const sheet = new (rootDocument.defaultView as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(styles.cssText);
  root.adoptedStyleSheets = [sheet];
}
