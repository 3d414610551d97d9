/** Google's sender framework, the only URL that may become a script. */
export const senderScript = 'https://www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1';

interface TrustedTypesPolicy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: TrustedTypesPolicy): TrustedTypesPolicy;
}

const rules: TrustedTypesPolicy = {
  // Parsed as XML, and never inserted into a page.
  createHTML: (xml) => xml,
  createScriptURL(url) {
    if (url === senderScript) return url;
    throw new TypeError('Only the script of the Cast sender is trusted.');
  }
};

let createdPolicy: TrustedTypesPolicy | undefined;

/**
 * Returns the player's Trusted Types policy, created at first use; plain strings when the browser has no Trusted Types. A page that
 * lists its policies in `trusted-types` has to include `jet-player`, and each name can be used only once.
 */
function trustedTypesPolicy(): TrustedTypesPolicy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (createdPolicy ??= trustedTypes?.createPolicy('jet-player', rules) ?? rules);
}

/** Returns XML text that `DOMParser` accepts under Trusted Types. */
export const trustXml = (text: string): string => trustedTypesPolicy().createHTML(text);

/** Returns a URL that a script element accepts. @throws TypeError for any URL but Google's sender framework */
export const trustScript = (url: string): string => trustedTypesPolicy().createScriptURL(url);
