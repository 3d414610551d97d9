/** A layer of a folder of `src/`: its name, and its files (`state.ts`) and folders (`features/`). The longest matching path counts. */
type Layer = readonly [name: string, ...paths: string[]];

/** The layers of the two largest folders of `src/`, from the top down: a file imports from its own layer and from those below it. */
export const layers: Readonly<Record<string, readonly Layer[]>> = {
  media: [
    ['index', 'index.ts'],
    ['player', 'player.ts'],
    ['preferences', 'preferences/'],
    ['casting', 'casting/'],
    ['state', 'state.ts'],
    ['session', 'session/'],
    ['features', 'features/'],
    ['opt-ins', 'opt-ins.ts'],
    ['credentials', 'credentials/'],
    ['receiver', 'receiver.ts'],
    ['prefetch', 'prefetch/'],
    ['engines', 'engines/'],
    ['withdrawn, masks', 'withdrawn/', 'masks/'],
    ['recovery', 'recovery/'],
    ['network', 'network/'],
    ['storage', 'storage/'],
    ['shared values', 'caption-style.ts', 'consent.ts', 'drm.ts', 'error.ts', 'playback-rate.ts', 'source.ts', 'stream.ts']
  ],
  ui: [
    ['define', 'define.ts'],
    ['elements of a page', 'attributes.ts', 'jet-player.ts', 'jet-playlist.ts'],
    ['lazy', 'lazy/'],
    ['interface', 'interface/'],
    ['pip-window', 'pip-window/'],
    ['panels', 'panels/'],
    ['settings', 'settings/'],
    ['controls', 'controls/'],
    ['captions', 'captions/'],
    ['transcript', 'transcript/'],
    ['sharing', 'sharing/'],
    ['credentials', 'credentials/'],
    ['view', 'button.ts', 'chapter-title.ts', 'shown-time.ts', 'view.ts'],
    ['AI label, masks', 'ai-label/', 'masks/'],
    ['host', 'host/'],
    ['elements', 'elements/'],
    ['icons', 'icons/'],
    ['styles', 'styles/'],
    ['lit', 'lit/']
  ]
};

interface LayerDepth {
  readonly folder: string;
  /** 0 is the top. */
  readonly depth: number;
}

/** The layer of a file of `src/`; undefined when its folder has no layers or none contains the file. */
export function layerOf(path: string): LayerDepth | undefined {
  const folder = path.split('/')[0]!;
  const inside = path.slice(folder.length + 1);
  const matches = (candidate: string) => (candidate.endsWith('/') ? inside.startsWith(candidate) : inside === candidate);
  const longestMatch = (layers[folder] ?? [])
    .flatMap(([, ...paths], depth) => paths.filter(matches).map((candidate) => ({ depth, length: candidate.length })))
    .sort((a, b) => b.length - a.length)[0];
  return longestMatch && { folder, depth: longestMatch.depth };
}

/** The imports of a file from a higher layer of its folder. */
export function upwardImports(path: string, imports: readonly string[]): string[] {
  const from = layerOf(path);
  return imports.filter((target) => {
    const to = layerOf(target);
    return from !== undefined && to?.folder === from.folder && to.depth < from.depth;
  });
}
