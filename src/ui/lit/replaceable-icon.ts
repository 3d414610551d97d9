import type { TemplateResult } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';

/** The `d` of one SVG path in a view box of 24 by 24, which is stroked, or filled. */
export type IconShape = string | { readonly filled: string };

interface IconHost {
  readonly icons: Readonly<Record<string, IconShape | undefined>>;
}

/** Returns the icons of the player around an element; undefined outside a player. */
function iconsAround(host: object | undefined): IconHost['icons'] | undefined {
  for (let element = host; element instanceof Element; element = (element.getRootNode() as Partial<ShadowRoot>).host)
    if ('icons' in element) return (element as unknown as IconHost).icons;
  return undefined;
}

/** Renders the page's own icon of this name where the player around it has one; otherwise the player's. */
class ReplaceableIcon extends Directive {
  override render(_name: string, _renderShape: (shape: IconShape) => TemplateResult, fallback: TemplateResult): TemplateResult {
    return fallback;
  }

  override update({ options }: ChildPart, [name, renderShape, fallback]: Parameters<this['render']>): TemplateResult {
    const icons = iconsAround(options?.host);
    const shape = icons && Object.hasOwn(icons, name) ? icons[name] : undefined;
    return shape ? renderShape(shape) : fallback;
  }
}

export const replaceable = directive(ReplaceableIcon);
