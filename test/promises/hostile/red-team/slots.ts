/** A position in a manifest into which the attacker writes a value. */
export interface Slot {
  /** A name such as `Representation@bandwidth` or `EXT-X-MEDIA: URI`. */
  readonly name: string;
  /** Returns the files of the case, by their path below its folder. The slot contains `value` unchanged. */
  write(value: string, id: string): Readonly<Record<string, string>>;
  /** Whether the manifest has to be requested twice before the case is over, because the attack takes effect at an update. */
  readonly updates?: boolean;
}
