import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { editManifest, type ParsedMpd } from '../../../../../src/media/engines/dash/mpd/parsed-mpd.js';

type Listener = (event: { manifest?: ParsedMpd | null }) => void;

describe('editManifest()', () => {
  it("calls back with each parsed manifest before dash.js's own listeners run", () => {
    const listeners: { readonly type: string; readonly listener: Listener; readonly options: object }[] = [];
    const on = (type: string, listener: Listener, _scope: unknown, options: object) => listeners.push({ type, listener, options });
    const edited: ParsedMpd[] = [];
    editManifest({ on } as unknown as MediaPlayerClass, (manifest) => edited.push(manifest));
    expect(listeners).toMatchObject([{ type: 'internalManifestLoaded', options: { priority: 5000 } }]);
    const manifest = { type: 'static' };
    // dash.js fires the event without a manifest when it could not load or parse the manifest.
    for (const event of [{ manifest }, { manifest: null }, {}]) listeners[0]!.listener(event);
    expect(edited).toEqual([manifest]);
  });
});
