const warned = new WeakSet<object>();

/** Replaces `load-credentials.ts` in the single scripts, which contain no reader of Content Credentials. */
export function loadCredentials(host: object): void {
  if (!warned.has(host)) console.warn('jet-player: "credentials" works with the modules (jet-player.js) only.');
  warned.add(host);
}
