import type { Entries } from '../../core/form/answers.ts';
import type { Definition } from '../../core/form/definition.ts';

export function documentText(raw: unknown): string {
  return `${JSON.stringify(sorted(raw), null, 2)}\n`;
}
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
export function reconcile({
  entries,
}: {
  from: Definition;
  to: Definition;
  entries: Entries;
  today: Temporal.PlainDate;
}) {
  return { entries, dropped: [] as string[], newlyMissing: [] as string[], sentences: [] as string[] };
}
