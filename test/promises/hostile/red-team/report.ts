import type { RedTeamCase } from './generate.js';
import type { Outcome } from './in-page.js';
import type { Finding } from './judge.js';
import { seed } from './random.js';

/** How often each outcome occurred: `plays 400, fails 80`. */
export function endings(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { end } of outcomes) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([end, count]) => `${end} ${count}`)
    .join(', ');
}

/** A finding as a sentence, with everything that is needed to repeat it alone. */
export function describe({ kind, what, cases: ids }: Finding, cases: readonly { id: string; name: string }[]): string {
  const names = ids.slice(0, 3).map((id) => `${id} (${cases.find((one) => one.id === id)?.name.slice(0, 200) ?? 'unknown'})`);
  const more = ids.length > 3 ? ` or ${ids.length - 3} others` : '';
  return `${kind}: ${what.replace(/\s+/g, ' ')}\n    by ${names.join(', ')}${more}\n    repeat: RED_TEAM_SEED=${seed} RED_TEAM_CASE=${ids[0]} npx playwright test test/promises/hostile/red-team`;
}

/** The cases to run: all, or the one that `RED_TEAM_CASE` names, which is then printed in full. */
export function chosen<Case extends { readonly id: string }>(cases: readonly Case[]): readonly Case[] {
  const selected = process.env['RED_TEAM_CASE']?.split(',');
  if (!selected) return cases;
  const found = cases.filter(({ id }) => selected.includes(id));
  for (const one of found)
    console.log(
      JSON.stringify(one, (_, value: unknown) => (value instanceof Uint8Array ? `${value.length} bytes` : value), 1).slice(0, 20_000)
    );
  return found;
}

export const total = (groups: Iterable<readonly RedTeamCase[]>): number => [...groups].reduce((sum, { length }) => sum + length, 0);
