import { execFileSync } from 'node:child_process';

/** A source of each kind, as in the guides. */
const sources = { HLS: '/media/master.m3u8', DASH: '/media/manifest.mpd', 'a file': '/media/video.mp4' };

/** Returns the markup that `npx jet-player snippet` of the built release prints. @param {readonly string[]} args */
const snippet = (...args) => execFileSync(process.execPath, ['dist/cli/main.js', 'snippet', '--integrity', ...args], { encoding: 'utf8' });

/** Returns the markup of one kind of source: with the modules, and with one script. @param {string} kind @param {string} folder */
const snippetsFor = (kind, folder) => {
  const args = ['--src', sources[kind], '--folder', folder];
  return `<!-- ${kind}: the modules -->\n${snippet(...args)}\n<!-- ${kind}: one script -->\n${snippet(...args, '--one-script')}`;
};

/**
 * Returns the markup that plays each kind of source, with the hash of each script that it names, for the folder that the ZIP file of a release
 * contains.
 * @param {string} version
 */
export function snippets(version) {
  const folder = `/jet-player-${version}/`;
  const intro = `<!--
The markup that plays a video with jet-player ${version}. The browser compares each script that the markup names with its hash
(Subresource Integrity) and refuses one that differs.

Unpack jet-player-${version}-self-hosted.zip at the root of your web server, so that it serves ${folder}jet-player.js, copy one of the
snippets below into your page, and replace the URL of the video. If the folder is on another host or path, replace ${folder} by its
URL; another host has to send CORS headers. The modules load further scripts, such as the interface, whose hashes the markup does not
contain; one script contains everything.
-->`;
  return [intro, ...Object.keys(sources).map((kind) => snippetsFor(kind, folder))].join('\n\n');
}
