import type { CredentialsHost } from '../credentials/content-credentials.js';
import { credentialsViews } from '../credentials/credentials-views.js';

const requested = new WeakSet<object>();

/** Loads the code of Content Credentials, once for each player. When it cannot be loaded, the browser reports that in the console. */
export function loadCredentials(host: CredentialsHost): void {
  if (requested.has(host)) return;
  requested.add(host);
  const load = import('../credentials/content-credentials.js');
  void load.then(
    ({ ContentCredentials }) => {
      credentialsViews.set(host, new ContentCredentials(host));
      host.requestUpdate();
    },
    () => undefined
  );
}
