import type { Guard } from '../../network/guard.js';

/** Returns the options of the request for the whole file, with which its bytes are received before the engine has loaded. */
export const firstRequest = ({ redirects }: Pick<Guard, 'redirects'>): RequestInit => ({
  headers: { range: 'bytes=0-' },
  ...(redirects === 'follow' ? {} : { redirect: 'manual' })
});
