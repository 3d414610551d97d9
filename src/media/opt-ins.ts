import type { LoadCast } from './casting/receiver.js';
import type { StorageAdapter, StorageKind } from './storage.js';

/** A caption file that the page wrote beside the film. */
export interface CaptionFile {
  readonly src: string;
  readonly srclang: string;
  readonly label: string;
}

/** What the publisher opts in to; without a word of his there is no memory and no other device. Read whenever it matters. */
export interface OptIns {
  /** Where the viewer's choices are kept; `none`, the default, touches no storage. */
  readonly storage?: StorageKind;
  /** Keeps them instead of the browser's storage, where `storage` is not `none`. */
  readonly storageAdapter?: StorageAdapter | null;
  /** Remembers where the viewer stopped, too. */
  readonly resume?: boolean;
  readonly chromecast?: boolean;
  /** The Cast application that plays; empty is Google's default receiver. */
  readonly castReceiver?: string;
  /** Brings the code that speaks to Google's script; called after the viewer's yes. Without it there is no Chromecast. */
  readonly loadCast?: LoadCast;
  readonly airplay?: boolean;
  /** What another device is told beside the address of the film. */
  readonly title?: string;
  readonly captionFiles?: readonly CaptionFile[];
}
