import { dayInPrague, formatDays } from '../../core/czech/format.ts';
import { daysLeft } from '../../core/case/clock.ts';
import { isOpen } from '../../core/case/states.ts';
import type { Directory } from '../directory.ts';
import { officersOf, option, type Option, type OptionGroup } from '../assignees.ts';
import type { Typed } from './attempt.ts';
import type { DeskCase } from './find.ts';

/** The plan of the agenda: where the case is in it, and where it can go. */
export interface PlanView {
  steps: { title: string; detail: string; status: 'done' | 'now' | 'ahead' }[];
  /** The steps to choose from; the next one is chosen already. */
  targets: Option[];
  /** Who of the departments of those steps could get it. */
  officers: OptionGroup[];
}

type Params = { found: DeskCase; directory: Directory; typed: Typed; now: Temporal.Instant };

export function planView({ found, directory, typed, now }: Params): PlanView {
  const { agenda, step, state } = found.snapshot;
  const names = new Map(directory.departments.map(({ slug, name }) => [slug, name]));
  const current = agenda.plan.findIndex(({ id }) => id === step);
  const nameOf = (slug: string): string => names.get(slug) ?? slug;
  const others = agenda.plan.filter(({ id }) => id !== step);
  const chosen = typed['krok-kam'] ?? agenda.plan[current + 1]?.id;
  return {
    steps: agenda.plan.map(({ title, department, targetDays }, at) => {
      const isNow = at === current && isOpen(state);
      const days = isNow ? daysAtStep(found, now) : 0;
      const passed = days > 0 ? `, už ${formatDays(days)}` : '';
      return {
        title,
        detail: `${nameOf(department)}, cíl ${formatDays(targetDays)}${passed}`,
        status: isNow ? 'now' : at <= current ? 'done' : 'ahead',
      };
    }),
    targets: others.map(({ id, title, department }) => option(id, `${title} (${nameOf(department)})`, chosen)),
    officers: officersOf(
      directory,
      others.map(({ department }) => department),
      { agendaId: found.agendaId, chosen: typed['krok-komu'] },
    ),
  };
}

/** Since the case came to the step where it is. */
function daysAtStep({ filedAt, events }: DeskCase, now: Temporal.Instant): number {
  const moved = events.findLast(({ type }) => type === 'movedOn');
  const since = moved ? Temporal.Instant.from(moved.at) : filedAt;
  return daysLeft(dayInPrague(now), dayInPrague(since));
}
