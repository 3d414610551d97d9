/** How long the data of `advisories.json` count as current after their last review. RFC 9116, 2.5.5, recommends less than a year. */
const validDays = 360;

/**
 * Returns the `security.txt` of a site (RFC 9116): whom to write to, and until when that is known to be correct. The date follows the last
 * review, so that a site that is no longer maintained stops claiming it.
 * @param {Pick<import('./csaf.mjs').SecurityData, 'publisher' | 'reviewed'>} data
 */
export function securityText({ publisher, reviewed }) {
  const expires = new Date(Date.parse(reviewed) + validDays * 24 * 60 * 60 * 1000).toISOString();
  return [`Contact: mailto:${publisher.contact}`, `Expires: ${expires}`, 'Preferred-Languages: en', ''].join('\n');
}
