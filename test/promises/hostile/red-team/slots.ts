/** A position in a text that can hold a value chosen by the attacker. */
export interface Slot {
  /** Such as `Representation@bandwidth` or `EXT-X-MEDIA:URI`. */
  readonly name: string;
  /** The files of the case by their path below its folder; the slot contains `value` as the attacker wrote it. */
  write(value: string, id: string): Readonly<Record<string, string>>;
  /** The manifest has to be requested twice before the case is over, because the attack takes effect at an update. */
  readonly updates?: boolean;
}
