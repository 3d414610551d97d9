import type { Outcome } from './in-page.js';
import type { Finding } from './judge.js';
import { seed } from './random.js';

/** Returns how often each ending occurred: `plays 400, fails 80`. */
export function countEndings(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { ending } of outcomes) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([ending, count]) => `${ending} ${count}`)
    .join(', ');
}

/** Returns a finding as text, with the command that repeats its case alone. */
export function describeFinding({ kind, description, cases: ids }: Finding, cases: readonly { id: string; name: string }[]): string {
  const names = ids.slice(0, 3).map((id) => `${id} (${cases.find((one) => one.id === id)?.name.slice(0, 200) ?? 'unknown'})`);
  const more = ids.length > 3 ? ` or ${ids.length - 3} others` : '';
  return `${kind}: ${description.replace(/\s+/g, ' ')}\n    by ${names.join(', ')}${more}\n    repeat: RED_TEAM_SEED=${seed} RED_TEAM_CASE=${ids[0]} npx playwright test test/promises/hostile/red-team`;
}

/** Returns the cases to run: all, or those that `RED_TEAM_CASE` names, which are then printed in full. */
export function selectCases<Case extends { readonly id: string }>(cases: readonly Case[]): readonly Case[] {
  const selectedIds = process.env['RED_TEAM_CASE']?.split(',');
  if (!selectedIds) return cases;
  const selectedCases = cases.filter(({ id }) => selectedIds.includes(id));
  for (const selectedCase of selectedCases)
    console.log(
      JSON.stringify(selectedCase, (_, value: unknown) => (value instanceof Uint8Array ? `${value.length} bytes` : value), 1).slice(
        0,
        20_000
      )
    );
  return selectedCases;
}
