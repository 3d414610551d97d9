import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { site, type Answer, type World } from '../../../support/world.js';
import { namesOf, prototypesScript } from '../prototypes.js';
import { countForbiddenCalls } from '../call-counters.js';
import type { RedTeamCase } from './generate.js';
import { playAll, type Limits, type Outcome } from './in-page.js';
import { judge, type Finding } from './judge.js';

/** The browser, the servers and the player that play the cases. */
export interface RedTeamOptions {
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

const pageUrl = `${site}/red-team.html`;
const defaultLimits: Limits = { silentAfterMs: Number(process.env['RED_TEAM_PATIENCE'] ?? 45_000), refusedAfterMs: 3000 };
/** A page that does not answer within this time hangs; one that is only busy answers earlier. */
const stuckAfterMs = 20_000;
/** The number of cases between two reads of the counts. */
const batchSize = 48;
/** How often a run may halve a batch. Without a limit, a run with many findings would take hours. */
const maxHalvings = Number(process.env['RED_TEAM_HALVINGS'] ?? 24);
/** The number of players in the page at the same time. */
const playersAtOnce = 8;

/** Plays cases in one page, which is replaced only after a finding. */
export class RedTeam {
  readonly outcomes: Outcome[] = [];
  readonly #options: RedTeamOptions;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #problems: string[] = [];
  #halvings = 0;

  constructor(options: RedTeamOptions) {
    this.#options = options;
  }

  /** Plays all cases, and returns the findings. */
  async run(cases: readonly RedTeamCase[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (let start = 0; start < cases.length; start += batchSize) {
      findings.push(...(await this.#playAndNarrow(cases.slice(start, start + batchSize))));
    }
    await this.close();
    return findings;
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    this.#context = this.#page = undefined;
  }

  /** Plays a batch. After a finding, it plays each half of the batch, and so on, until the finding belongs to one case. */
  async #playAndNarrow(batch: readonly RedTeamCase[]): Promise<Finding[]> {
    const findings = await this.#play(batch);
    if (findings.length > 0) this.#options.onFindings?.(findings);
    const sharedFindings = findings.filter(({ cases }) => cases.length > 1);
    if (findings.length > 0) await this.close();
    if (sharedFindings.length === 0 || batch.length === 1) return findings;
    if (findings.some(({ kind }) => kind === 'hang')) return this.#playAroundHang(batch, findings);
    if (++this.#halvings > maxHalvings) return findings;
    const middle = Math.ceil(batch.length / 2);
    const halfFindings = [...(await this.#playAndNarrow(batch.slice(0, middle))), ...(await this.#playAndNarrow(batch.slice(middle)))];
    const knownKeys = new Set(halfFindings.map(({ kind, description }) => `${kind} ${description}`));
    return [...halfFindings, ...findings.filter(({ kind, description }) => !knownKeys.has(`${kind} ${description}`))];
  }

  /** After a batch in which the page stopped answering: plays the cases that started last one by one, and then the other cases. */
  async #playAroundHang(batch: readonly RedTeamCase[], hangFindings: readonly Finding[]): Promise<Finding[]> {
    const startedCases = this.#options.world.hits
      .map(({ path }) => batch.find(({ src }) => src === path))
      .filter((one) => one !== undefined);
    const suspects = [...new Set(startedCases.reverse())].slice(0, playersAtOnce);
    if (suspects.length === 0) return [...hangFindings];
    const findings: Finding[] = [];
    for (const one of suspects) findings.push(...(await this.#playAndNarrow([one])));
    if (!findings.some(({ kind }) => kind === 'hang')) findings.push(...hangFindings);
    return [...findings, ...(await this.#playAndNarrow(batch.filter((one) => !suspects.includes(one))))];
  }

  /** Resolves when a page has not answered for `stuckAfterMs`, or when `isOver` returns true because the result is no longer needed. */
  async #isStuck(page: Page, isOver: () => boolean): Promise<undefined> {
    while (!isOver()) {
      const answers = page.evaluate(() => true).catch(() => true);
      if (!(await Promise.race([answers, pause(stuckAfterMs, false)]))) return undefined;
      await pause(1000, true);
    }
    return undefined;
  }

  async #play(batch: readonly RedTeamCase[]): Promise<Finding[]> {
    const { world, script, files, limits = defaultLimits } = this.#options;
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Red team</title>${script}</html>`;
    world.stage({ ...files, ...Object.assign({}, ...batch.map((one) => one.files)), [pageUrl]: { body, type: 'text/html' } });
    const page = (this.#page ??= await this.#open());
    this.#problems.length = 0;
    const tasks = batch.map(({ id, src, updates, withInterface }) => ({ id, src, updates, withInterface }));
    const ids = batch.map(({ id }) => id);
    let isOver = false;
    const outcomesPromise = page.evaluate(playAll, { tasks, playersAtOnce, limits }).finally(() => (isOver = true));
    outcomesPromise.catch(() => undefined);
    const outcomes = await Promise.race([outcomesPromise, this.#isStuck(page, () => isOver)]).then(
      (result) => result ?? (isOver ? outcomesPromise : undefined)
    );
    if (!outcomes) return [{ kind: 'hang', description: 'the page stops answering', cases: ids }];
    this.outcomes.push(...outcomes);
    const evidence = await page.evaluate(() => ({ counts: window.forbiddenCalls(), prototypes: window.prototypeChanges() }));
    const { counts, prototypes } = evidence;
    return judge({ world, problems: [...this.#problems], outcomes, counts, prototypes: namesOf(prototypes) }, ids);
  }

  async #open(): Promise<Page> {
    const context = (this.#context = await this.#options.browser.newContext({ ignoreHTTPSErrors: true }));
    // A cookie that a request with credentials would contain; every request is checked for its value.
    await context.addCookies([{ name: 'session', value: 'viewer-4711', url: site, secure: true, sameSite: 'None' }]);
    await context.addInitScript(countForbiddenCalls);
    await context.addInitScript(prototypesScript);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#problems.push(error.stack ?? String(error)));
    await page.goto(pageUrl);
    await page.waitForFunction(() => customElements.get('jet-player'));
    return page;
  }
}
