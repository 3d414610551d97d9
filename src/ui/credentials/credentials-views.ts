import type { CredentialsView } from '../view.js';

/** What the interface shows of Content Credentials, by player; a player has an entry once its code is loaded. */
export const credentialsViews = new WeakMap<object, CredentialsView>();
