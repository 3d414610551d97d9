/** The top-level domain that is reserved for names that do not exist (RFC 2606). */
const placeholder = '.invalid';

/**
 * Returns a sentence for each value that must be replaced before a release is published: a contact or an address that does not exist.
 * @param {Readonly<Record<string, string>>} files text by file name
 * @returns {readonly string[]}
 */
export const placeholdersIn = (files) =>
  Object.entries(files).flatMap(([name, text]) =>
    [...new Set(text.match(/[\w@:/.-]+\.invalid\b/g))].map(
      (value) => `${name} contains ${value}, which ends in ${placeholder}: replace it by an address at which people can reach you.`
    )
  );
