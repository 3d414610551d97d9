/**
 * Copies an options object so that it has its own properties and no prototype.
 *
 * An absent option stays absent, whatever a script, or an attack through a library, has added to `Object.prototype`.
 */
export const ownOptions = <T extends object>(options: T): T => Object.assign(Object.create(null) as T, options);

/** Looks up a name from outside the code: inherited properties, such as `constructor`, are not entries of a table. */
export const ownValue = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
