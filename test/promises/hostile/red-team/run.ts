import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { site, type Answer, type World } from '../../../support/world.js';
import { namesOf, prototypesScript } from '../prototypes.js';
import { placeSentinels } from '../sentinels.js';
import type { RedTeamCase } from './generate.js';
import { playAll, type Limits, type Outcome } from './in-page.js';
import { judge, type Finding } from './judge.js';

/** What plays the cases. */
export interface Rig {
  readonly browser: Browser;
  readonly world: World;
  /** Markup that defines `<jet-player>`: the built player, or a weaker one for a canary. */
  readonly script: string;
  /** Files that the markup needs. */
  readonly files?: Readonly<Record<string, Answer>>;
  readonly limits?: Limits;
  /** Called with each finding as soon as it is known. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

const address = `${site}/red-team.html`;
const generous: Limits = { silent: Number(process.env['RED_TEAM_PATIENCE'] ?? 45_000), refused: 3000 };
/** Milliseconds within which a page that is merely busy answers. */
const stuck = 20_000;
/** Cases between two reads of the counters. */
const batchSize = 48;
/** Maximum number of halvings of batches in one run; without a limit, a guard with a large hole would take hours. */
const mostHalvings = Number(process.env['RED_TEAM_HALVINGS'] ?? 24);
/** Players in the page at the same time. */
const lanes = 8;

/** One page that plays case after case; it is only replaced after a finding. */
export class RedTeam {
  readonly outcomes: Outcome[] = [];
  readonly #rig: Rig;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #problems: string[] = [];
  #halvings = 0;

  constructor(rig: Rig) {
    this.#rig = rig;
  }

  /** Plays all cases, and returns the findings. */
  async run(cases: readonly RedTeamCase[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (let at = 0; at < cases.length; at += batchSize) {
      findings.push(...(await this.#narrow(cases.slice(at, at + batchSize))));
    }
    await this.close();
    return findings;
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    this.#context = this.#page = undefined;
  }

  /** Plays a batch, and halves it after a finding until the finding belongs to one case. */
  async #narrow(batch: readonly RedTeamCase[]): Promise<Finding[]> {
    const findings = await this.#play(batch);
    if (findings.length > 0) this.#rig.onFindings?.(findings);
    const open = findings.filter(({ cases }) => cases.length > 1);
    if (findings.length > 0) await this.close();
    if (open.length === 0 || batch.length === 1) return findings;
    if (findings.some(({ kind }) => kind === 'hang')) return this.#free(batch, findings);
    if (++this.#halvings > mostHalvings) return findings;
    const half = Math.ceil(batch.length / 2);
    const again = [...(await this.#narrow(batch.slice(0, half))), ...(await this.#narrow(batch.slice(half)))];
    const known = new Set(again.map(({ kind, what }) => `${kind} ${what}`));
    return [...again, ...findings.filter(({ kind, what }) => !known.has(`${kind} ${what}`))];
  }

  /** When the page stops answering, plays the cases that started last one by one, and the others without them. */
  async #free(batch: readonly RedTeamCase[], stopped: readonly Finding[]): Promise<Finding[]> {
    const begun = this.#rig.world.hits.map(({ path }) => batch.find(({ src }) => src === path)).filter((one) => one !== undefined);
    const suspects = [...new Set(begun.reverse())].slice(0, lanes);
    if (suspects.length === 0) return [...stopped];
    const findings: Finding[] = [];
    for (const one of suspects) findings.push(...(await this.#narrow([one])));
    if (!findings.some(({ kind }) => kind === 'hang')) findings.push(...stopped);
    return [...findings, ...(await this.#narrow(batch.filter((one) => !suspects.includes(one))))];
  }

  /** Resolves once a page has not answered for `stuck` milliseconds, or `over` reports that the result is no longer needed. */
  async #isStuck(page: Page, over: () => boolean): Promise<undefined> {
    while (!over()) {
      const answers = page.evaluate(() => true).catch(() => true);
      if (!(await Promise.race([answers, pause(stuck, false)]))) return undefined;
      await pause(1000, true);
    }
    return undefined;
  }

  async #play(batch: readonly RedTeamCase[]): Promise<Finding[]> {
    const { world, script, files, limits = generous } = this.#rig;
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Red team</title>${script}</html>`;
    world.stage({ ...files, ...Object.assign({}, ...batch.map((one) => one.files)), [address]: { body, type: 'text/html' } });
    const page = (this.#page ??= await this.#open());
    this.#problems.length = 0;
    const tasks = batch.map(({ id, src, updates, withInterface }) => ({ id, src, updates, withInterface }));
    const ids = batch.map(({ id }) => id);
    let over = false;
    const playing = page.evaluate(playAll, { tasks, lanes, limits }).finally(() => (over = true));
    playing.catch(() => undefined);
    const outcomes = await Promise.race([playing, this.#isStuck(page, () => over)]).then((found) => found ?? (over ? playing : undefined));
    if (!outcomes) return [{ kind: 'hang', what: 'the page stops answering', cases: ids }];
    this.outcomes.push(...outcomes);
    const evidence = await page.evaluate(() => ({ counts: window.sentinels(), prototypes: window.prototypeChanges() }));
    const { counts, prototypes } = evidence;
    return judge({ world, problems: [...this.#problems], outcomes, counts, prototypes: namesOf(prototypes) }, ids);
  }

  async #open(): Promise<Page> {
    const context = (this.#context = await this.#rig.browser.newContext({ ignoreHTTPSErrors: true }));
    // A cookie that requests would send if they sent cookies; every request is checked for its value.
    await context.addCookies([{ name: 'session', value: 'viewer-4711', url: site, secure: true, sameSite: 'None' }]);
    await context.addInitScript(placeSentinels);
    await context.addInitScript(prototypesScript);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#problems.push(error.stack ?? String(error)));
    await page.goto(address);
    await page.waitForFunction(() => customElements.get('jet-player'));
    return page;
  }
}
