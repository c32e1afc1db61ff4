import type { RequestHandler } from 'express';
import { openQuestion, openSummary } from '../../cases/commands.ts';
import { daysLeft } from '../../core/case/clock.ts';
import { worksCases } from '../../core/office/rights.ts';
import { taskKindLabel } from '../../core/case/tasks.ts';
import { dayInPrague, formatDate, formatDue } from '../../core/czech/format.ts';
import { dayOf } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../web/input.ts';
import { readCursor, writeCursor } from '../inbox/cursor.ts';
import { officerOf } from '../../web/officer-of.ts';
import { findOpenTasks, pageSize } from './queries.ts';

interface TasksPage {
  section: 'ukoly';
  tasks: {
    reference: string;
    agenda: string;
    subject: string;
    kind: string;
    question: string;
    asker: string;
    officer: string | null;
    due: string;
    isOverdue: boolean;
  }[];
  nextHref: string | null;
}

const byDay = { key: 'termin', descending: false } as const;

/** GET /urad/ukoly?po=: what other departments ask this officer or their department for, the most urgent first. */
export function showTasks({ pool, vault, now }: Pick<Deps, 'pool' | 'vault' | 'now'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const after = readCursor(byDay, queryText(req, 'po'));
    const rows = worksCases(officer) ? await findOpenTasks(pool, { officer, after }) : [];
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    const today = dayInPrague(now());
    const page: TasksPage = {
      section: 'ukoly',
      tasks: shown.map(row => {
        const day = dayOf(row.dueOn);
        return {
          reference: row.reference,
          agenda: row.agenda,
          subject: openSummary(vault, row.caseId, row.summary).subject,
          kind: taskKindLabel(row.kind),
          question: openQuestion(vault, row.id, row.question),
          asker: `${row.asker}, ${row.askingDepartment}`,
          officer: row.officer,
          due: `do\u00a0${formatDate(day)}, ${formatDue(day, today)}`,
          isOverdue: daysLeft(day, today) < 0,
        };
      }),
      nextHref: last ? `/urad/ukoly?po=${writeCursor(byDay, { key: last.dueOn, id: last.id })}` : null,
    };
    res.render('workspace/tasks.njk', page);
  };
}
