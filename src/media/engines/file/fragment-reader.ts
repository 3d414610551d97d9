import type { EncodedPacket, EncodedPacketSink } from 'mediabunny';
import type { FileTrack } from './container.js';

/** Seconds of media in the first fragment, so that a frame is shown soon. Each further one has twice as many, up to the maximum. */
const firstFragmentSeconds = 0.1;
const maxFragmentSeconds = 0.8;

/** Finds the samples of a track that are damaged, or depend on a damaged one. */
export class DamageFilter {
  readonly #track: FileTrack;
  /** Whether damaged samples are left out; undefined before the first sample. If that one looks damaged, nothing is left out. */
  #leavesOutDamage: boolean | undefined;
  #isDamaged = false;

  constructor(track: FileTrack) {
    this.#track = track;
  }

  /** Called before the samples of another part of the file. */
  reset(): void {
    this.#isDamaged = false;
  }

  /** Whether a sample can be decoded; called for each one, in the order of decoding. */
  accepts({ data, type }: EncodedPacket): boolean {
    const isIntact = this.#track.format.isIntact(data);
    this.#leavesOutDamage ??= isIntact;
    // The frames up to the next key frame depend on the damaged one.
    if (this.#leavesOutDamage && (type === 'key' || !this.#isDamaged)) this.#isDamaged = !isIntact;
    return !this.#isDamaged;
  }
}

interface FragmentReaderOptions {
  readonly sink: EncodedPacketSink;
  readonly type: FileTrack['type'];
  readonly damage: DamageFilter;
  /** Null if there is none. */
  readonly firstPacket: EncodedPacket | null;
  /** The playback position, in seconds of the file. */
  readonly position: number;
}

/** Reads the packets of a track, in groups that become one fragment each. */
export class FragmentReader {
  readonly #options: FragmentReaderOptions;
  #next: EncodedPacket | null;
  #last: EncodedPacket | undefined;
  #minSeconds = firstFragmentSeconds;

  constructor(options: FragmentReaderOptions) {
    this.#options = options;
    this.#next = options.firstPacket;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** The last packet of the groups so far. */
  get last(): EncodedPacket | undefined {
    return this.#last;
  }

  /** Returns the packets of the next fragment, and the latest of their timestamps in seconds of the file. Rejects when the signal aborts. */
  async read(signal: AbortSignal): Promise<{ readonly packets: readonly EncodedPacket[]; readonly latest: number }> {
    const { sink, type, damage, position } = this.#options;
    const packets: EncodedPacket[] = [];
    let start = Infinity;
    let latest = -Infinity;
    // Long enough; or, where the key packet is before the position, long enough to show the position.
    const isComplete = () => latest - start >= this.#minSeconds || (start <= position && latest >= position + firstFragmentSeconds);
    let packet = this.#next;
    for (; packet; packet = await sink.getNextPacket(packet)) {
      signal.throwIfAborted();
      const { timestamp } = packet;
      // A fragment ends only before a frame that is shown after all of its own frames, so that no later fragment has an earlier frame.
      if (timestamp > latest && isComplete()) break;
      // Samples before zero are encoder delay (ISO/IEC 14496-12, 8.6.6), and no time before zero can be written.
      if (timestamp < 0 && type === 'audio') continue;
      if (!damage.accepts(packet)) continue;
      packets.push(packet);
      this.#last = packet;
      start = Math.min(start, timestamp);
      latest = Math.max(latest, timestamp);
    }
    this.#next = packet;
    this.#minSeconds = Math.min(this.#minSeconds * 2, maxFragmentSeconds);
    return { packets, latest };
  }
}
