import { defineElements } from './ui/define.js';

export { JetPlayer, type PlayerPrivacyReport } from './ui/jet-player.js';
export type { ConsentRequestDetail, ErrorDetail, JetEventMap } from './ui/host/events.js';
export type { MediaErrorLike } from './ui/host/player-element.js';
export type {
  Blocked,
  CommandName,
  Commands,
  ConsentRequest,
  ConsentState,
  Credentials,
  ErrorCode,
  GuardLevel,
  MediaState,
  Player,
  PrivacyReport,
  StorageAdapter,
  WatchStats
} from './media/index.js';

// Importing this module defines `<jet-player>`. The import makes no request, and on a server it uses no DOM.
defineElements();
