import { execFileSync } from 'node:child_process';
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a second name for a file, or a copy if the temporary folder is on another disk. */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

/** Links all files of a folder into another one, except those that `leavesOut` names. */
function linkFolder(from, to, leavesOut = () => false) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (leavesOut(entry.name)) continue;
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** Returns the files of a working tree: those of the last commit, changed and new ones, but none that `.gitignore` names. */
const workingFiles = (root) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore']
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));

/**
 * Copies a project and its installed packages. Files of packages are linked, because npm replaces files instead of writing into them; the
 * files that npm and the caches write into, whose names begin with a dot, are left out.
 * @param {string} root @param {string} folder the empty folder of the copy
 */
export function copyProject(root, folder) {
  for (const file of workingFiles(root)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  linkFolder(join(root, 'node_modules'), join(folder, 'node_modules'), (name) => name.startsWith('.') && name !== '.bin');
}
