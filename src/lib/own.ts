/**
 * Copies an options object so that it has its own properties and no prototype.
 *
 * An absent option stays absent, even if a script or an attack through a library has added it to `Object.prototype`.
 */
export const ownOptions = <T extends object>(options: T): T => Object.assign(Object.create(null) as T, options);

/**
 * Returns the entry of a table for a name that does not come from the code. Inherited properties, such as `constructor`, are not entries.
 */
export const ownValue = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
