/** One quality of the video, to which the engine can switch. */
export interface Rendition {
  readonly id: string;
  /** Pixels; 0 when the manifest does not say. */
  readonly width: number;
  readonly height: number;
  /** Bits per second. */
  readonly bitrate: number;
  /** Frames per second, if the manifest says. */
  readonly frameRate?: number;
  /** RFC 6381, if the manifest says. */
  readonly codec?: string;
}

/** One audio track of the source. */
export interface AudioTrack {
  readonly id: string;
  /** The name in the manifest; text, never markup. */
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
  /** As in the HTML standard: `main`, `alternative`, `commentary`, `descriptions` or empty. */
  readonly kind: string;
  /** The number of audio channels, with those for low frequencies (6 for 5.1), if the manifest says. */
  readonly channels?: number;
}

/** Properties of a live stream. */
export interface LiveInfo {
  /** The engine's target distance to the live edge, in seconds. */
  readonly targetLatency: number;
}

/** The URL of a thumbnail and its rectangle in pixels; undefined width and height mean the whole image. */
export interface ThumbnailPlace {
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** The engine's report on its source. The engine is authoritative: `playing` changes only when the engine reports the change. */
export interface StreamState {
  readonly renditions: readonly Rendition[];
  /** The viewer's choice: a rendition's id, or `auto`. */
  readonly choice: string;
  /** The id of the rendition now being played, when known. */
  readonly playing: string | null;
  /** The engine's bandwidth estimate in bits per second; 0 until it has measured any. */
  readonly bandwidth: number;
  readonly audioTracks: readonly AudioTrack[];
  readonly audioTrack: string | null;
  /**
   * Names of text tracks in the manifest, by the label that the engine gave each track. The name is empty for a track without one. There is
   * no entry where the name and the label are the same.
   */
  readonly textNames: ReadonlyMap<string, string>;
  /** Whether the manifest lists thumbnails. */
  readonly thumbnails: boolean;
  /** Null for on-demand video, undefined until known. */
  readonly live: LiveInfo | null | undefined;
}

export const noStream: StreamState = {
  renditions: [],
  choice: 'auto',
  playing: null,
  bandwidth: 0,
  audioTracks: [],
  audioTrack: null,
  textNames: new Map(),
  thumbnails: false,
  live: undefined
};
