/** Google's sender framework, and the one address that may ever become a script. */
export const senderScript = 'https://www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1';

interface Policy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = {
  // Parsed as XML, read, and never put into a page.
  createHTML: (xml) => xml,
  createScriptURL(url) {
    if (url === senderScript) return url;
    throw new TypeError('No other script is trusted.');
  }
};

let made: Policy | undefined;

/**
 * The player's one policy of Trusted Types, made when it is first needed; plain text passes where the browser knows none. A page that
 * lists its policies in `trusted-types` has to name `jet-player`, and a name can be given only once.
 */
function policy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (made ??= trustedTypes?.createPolicy('jet-player', rules) ?? rules);
}

/** Text that may be given to a parser. */
export const trustXml = (text: string): string => policy().createHTML(text);

/** An address that may be given to a script element. @throws TypeError for any but Google's sender framework */
export const trustScript = (url: string): string => policy().createScriptURL(url);
