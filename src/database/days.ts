/** A day without time: as text from PostgreSQL itself, as midnight in UTC from Prisma. */
export function dayOf(column: Date | string): Temporal.PlainDate {
  return Temporal.PlainDate.from(typeof column === 'string' ? column : column.toISOString().slice(0, 10));
}

/** As Prisma takes it. */
export function dayColumn(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T00:00:00Z`);
}
