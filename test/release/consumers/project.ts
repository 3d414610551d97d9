import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sendFile } from '../../../demo/server/static.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const runFile = promisify(execFile);
const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: '1',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_ignore_scripts: 'true'
};

/** Runs npm in a folder; rejects with its whole output when it fails. */
async function npm(cwd: string, ...args: string[]): Promise<string> {
  // npm passes settings of this project to its scripts, which must not apply to the project in the folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local)/.test(name)));
  try {
    const { stdout } = await runFile('npm', args, { cwd, env: { ...env, ...quietEnvironment }, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** A temporary folder, which is removed when it is disposed of. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly folder: string;
}

async function createTemporaryFolder(name: string): Promise<TemporaryFolder> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), `jet-player-${name}-`));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Packs the package as npm would publish it, from the present `dist/`. */
export async function pack(): Promise<TemporaryFolder & { readonly tarball: string }> {
  const temporaryFolder = await createTemporaryFolder('pack');
  const output = await npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', temporaryFolder.folder);
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  return { ...temporaryFolder, tarball: join(temporaryFolder.folder, filename) };
}

/** Copies the project of a consumer out of the repository, installs it from its lock file and the tarball, and builds it. */
export async function buildProject(name: string, tarball: string): Promise<TemporaryFolder> {
  const project = await createTemporaryFolder(name);
  const { folder } = project;
  const consumers = join(root, 'test/release/consumers');
  // A project for another version of a framework has its own packages, and the same page.
  await cp(join(consumers, name.replace(/-\d+$/, '')), folder, { recursive: true });
  await cp(join(consumers, name), folder, { recursive: true });
  await cp(join(root, 'demo/media'), join(folder, 'public/media'), { recursive: true });
  await npm(folder, 'ci', '--prefer-offline');
  await npm(folder, 'install', '--no-save', '--prefer-offline', tarball);
  await npm(folder, 'run', 'build');
  return project;
}

export interface Site extends AsyncDisposable {
  /** The URL without a slash at its end. */
  readonly url: string;
}

/** Serves the page that a project has built, with the server of the project if it has one. */
export async function serve(folder: string): Promise<Site> {
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  return scripts['start'] ? startServer(folder) : serveFiles(folder);
}

async function serveFiles(folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    void sendFile(request, response, join(folder, path.startsWith('/media/') ? 'public' : 'site'), path);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close };
}

/** Starts the server of a project, which prints the URL on which it listens. */
async function startServer(folder: string): Promise<Site> {
  const env = { ...process.env, ...quietEnvironment, PORT: '0', HOSTNAME: 'localhost' };
  const child = spawn('npm', ['run', 'start'], { cwd: folder, env, detached: true });
  const ended = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`the server ended with ${code}`))));
  const listening = new Promise<string>((resolve) => {
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      const url = /http:\/\/localhost:\d+/.exec(output);
      if (url) resolve(url[0]);
    });
  });
  const url = await Promise.race([listening, ended]);
  ended.catch(() => undefined);
  // npm starts the server in a second process; the signal ends the group with both.
  return { url, [Symbol.asyncDispose]: async () => void process.kill(-child.pid!, 'SIGTERM') };
}
