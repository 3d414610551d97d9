import type { CaptionFile, LoadCast } from './receiver.js';
import type { StorageAdapter, StorageKind } from './storage/storage.js';

/** What the publisher opts in to; by default, the player stores nothing and uses no other device. Read at each use. */
export interface OptIns {
  /** Where the viewer's preferences are stored; `none`, the default, uses no storage. */
  readonly storage?: StorageKind;
  /** Replaces the browser's storage when `storage` is not `none`. */
  readonly storageAdapter?: StorageAdapter | null;
  /** Also stores the playback position at which the viewer stopped. */
  readonly resume?: boolean;
  readonly chromecast?: boolean;
  /** ID of the Cast receiver application; empty for Google's default receiver. */
  readonly castReceiver?: string;
  /** Loads the code that uses Google's Cast script; called after consent. Without it, Chromecast is not available. */
  readonly loadCast?: LoadCast;
  readonly airplay?: boolean;
  /** The title that is sent to a receiver, besides the media URL. */
  readonly title?: string;
  readonly captionFiles?: readonly CaptionFile[];
}
