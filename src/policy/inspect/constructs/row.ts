import type { RequestKind } from '../../policy.js';
import type { ConstructInfo } from '../finding.js';
import type { HlsItem } from '../hls-item.js';
import type { Element } from '../xml.js';

interface Row<Item> extends ConstructInfo {
  readonly kind: RequestKind;
  /**
   * Returns the URLs in the item as it contains them, absolute or relative: an empty list if it contains none, undefined if the item is not
   * this construct.
   */
  references(item: Item): readonly string[] | undefined;
  /** Whether to report the construct wherever its URL points, and even without a URL. */
  readonly always?: boolean;
}

/** A tag of a playlist that contains URLs, or whose presence alone matters. */
export interface HlsRow extends Row<HlsItem> {
  readonly tags: readonly string[];
}

/** An element of an MPD that contains URLs, or whose presence alone matters. */
export interface DashRow extends Row<Element> {
  readonly elements: readonly string[] | 'every';
}

/** Whether a text is an absolute URL. */
export const isUrl = (text = ''): boolean => /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(text);

export const onAnotherHost = 'is on another host, which learns who watches what and when.';
