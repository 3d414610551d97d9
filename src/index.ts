import { defineElements } from './ui/define.js';

export { JetPlayer } from './ui/jet-player.js';
export type { ConsentRequestDetail, ErrorDetail, JetEventMap } from './ui/events.js';
export type { MediaErrorLike } from './ui/player-element.js';
export type {
  Blocked,
  CommandName,
  Commands,
  ConsentRequest,
  ConsentState,
  ErrorCode,
  GuardLevel,
  MediaState,
  Player,
  PrivacyReport,
  StorageAdapter,
  WatchStats
} from './media/index.js';

// `<jet-player>` is there when this module is. Importing it makes no request, and on a server it touches no DOM.
defineElements();
