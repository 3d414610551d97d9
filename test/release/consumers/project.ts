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
const run = promisify(execFile);
const quiet = { NEXT_TELEMETRY_DISABLED: '1', npm_config_audit: 'false', npm_config_fund: 'false', npm_config_ignore_scripts: 'true' };

/** Runs npm in a folder; rejects with all that it printed. */
async function npm(cwd: string, ...args: string[]): Promise<string> {
  // npm hands its scripts settings of the project that runs them; those are not this one's.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local)/.test(name)));
  try {
    const { stdout } = await run('npm', args, { cwd, env: { ...env, ...quiet }, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** A folder of its own, removed when it is disposed of. */
export interface Temporary extends AsyncDisposable {
  readonly folder: string;
}

async function temporary(name: string): Promise<Temporary> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), `jet-player-${name}-`));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** The package as npm would publish it, from `dist/` as it is. */
export async function pack(): Promise<Temporary & { readonly tarball: string }> {
  const made = await temporary('pack');
  const printed = await npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', made.folder);
  const [{ filename }] = JSON.parse(printed) as [{ filename: string }];
  return { ...made, tarball: join(made.folder, filename) };
}

/** A consumer's project outside the repository: installed from its lock file and the tarball, and built. */
export async function buildProject(name: string, tarball: string): Promise<Temporary> {
  const project = await temporary(name);
  const { folder } = project;
  const consumers = join(root, 'test/release/consumers');
  // Another version of a framework has packages of its own; its page is the same.
  await cp(join(consumers, name.replace(/-\d+$/, '')), folder, { recursive: true });
  await cp(join(consumers, name), folder, { recursive: true });
  await cp(join(root, 'demo/media'), join(folder, 'public/media'), { recursive: true });
  await npm(folder, 'ci', '--prefer-offline');
  await npm(folder, 'install', '--no-save', '--prefer-offline', tarball);
  await npm(folder, 'run', 'build');
  return project;
}

export interface Site extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly address: string;
}

/** Serves what a project built: by its own server, where it has one. */
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
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close };
}

/** Next.js prints the address that it listens on. */
async function startServer(folder: string): Promise<Site> {
  const env = { ...process.env, ...quiet, PORT: '0', HOSTNAME: 'localhost' };
  const child = spawn('npm', ['run', 'start'], { cwd: folder, env, detached: true });
  const ended = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`the server ended with ${code}`))));
  const listening = new Promise<string>((resolve) => {
    let printed = '';
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
      const address = /http:\/\/localhost:\d+/.exec(printed);
      if (address) resolve(address[0]);
    });
  });
  const address = await Promise.race([listening, ended]);
  ended.catch(() => undefined);
  // npm starts it in a process of its own; the group ends with both.
  return { address, [Symbol.asyncDispose]: async () => void process.kill(-child.pid!, 'SIGTERM') };
}
