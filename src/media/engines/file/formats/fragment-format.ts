/** A coded frame, or a few samples of audio; times in seconds. */
export interface Packet {
  readonly timestamp: number;
  readonly duration: number;
  readonly data: Uint8Array;
  readonly type: 'key' | 'delta';
}

/** Writes the packets of one track as fragments, which can be appended one after the other. */
export interface FragmentWriter {
  /** Forgets the times of the fragments before a seek. */
  reset(): void;
  /** Returns a fragment of packets in decode order, whose timestamps are later than those in all fragments before. */
  write(packets: readonly Packet[]): Uint8Array;
}

/** How a track is passed to a source buffer. */
export interface FragmentFormat {
  /** The init segment, which is appended before the first fragment. */
  readonly init: Uint8Array;
  createWriter(): FragmentWriter;
}
