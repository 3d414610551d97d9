/** A map of at most `maxSize` entries. When one more is set, the entry that was set longest ago is removed and passed to `onRemove`. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  constructor(
    private readonly maxSize: number,
    private readonly onRemove?: (value: Value) => void
  ) {
    super();
  }

  override set(key: Key, value: Value): this {
    this.delete(key);
    super.set(key, value);
    for (const [oldest, removed] of this) {
      if (this.size <= this.maxSize) break;
      this.delete(oldest);
      this.onRemove?.(removed);
    }
    return this;
  }
}
