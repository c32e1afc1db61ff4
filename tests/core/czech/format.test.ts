import { describe, expect, test } from 'vitest';
import { dayInPrague, formatDate, formatDateTime, formatDays, formatDue } from '../../../src/core/czech/format.ts';

const friday = Temporal.PlainDate.from('2026-12-04');
const instant = (text: string) => Temporal.Instant.from(text);
/** Shows a space that must not break the line. */
const shown = (text: string) => text.replaceAll('\u00a0', '~');

describe('dates in Czech', () => {
  test('a day reads as Czech writes it', () => {
    expect(shown(formatDate(friday))).toBe('4.~prosince 2026');
    expect(shown(formatDate(friday, 'weekday'))).toBe('pátek 4.~prosince 2026');
    expect(shown(formatDate(friday, 'numeric'))).toBe('4.~12.~2026');
  });

  test('every month and weekday reads as the Czech locale has it', () => {
    const days = Array.from({ length: 365 }, (_, i) => Temporal.PlainDate.from('2026-01-01').add({ days: i }));
    const locale = new Intl.DateTimeFormat('cs-CZ', { dateStyle: 'full' });
    expect(days.map(day => plain(formatDate(day, 'weekday')))).toEqual(days.map(day => plain(locale.format(day))));
  });

  test('a time is that of a clock in Prague, in winter and in summer', () => {
    expect(shown(formatDateTime(instant('2026-11-22T13:03:27.891Z')))).toBe('22.~listopadu 2026 v~14:03:27');
    expect(shown(formatDateTime(instant('2026-07-01T22:30:05Z')))).toBe('2.~července 2026 v~00:30:05');
    expect(shown(formatDateTime(instant('2026-11-22T13:03:59.999Z'), 'minutes'))).toBe('22.~listopadu 2026 v~14:03');
  });

  test.each([
    ['2026-12-04', 'dnes'],
    ['2026-12-03', 'zítra'],
    ['2026-12-02', 'za 2~dny'],
    ['2026-11-30', 'za 4~dny'],
    ['2026-11-29', 'za 5~dní'],
    ['2026-10-24', 'za 41~dní'],
    ['2025-12-04', 'za 365~dní'],
    ['2026-12-05', 'po termínu 1~den'],
    ['2026-12-07', 'po termínu 3~dny'],
    ['2026-12-09', 'po termínu 5~dní'],
    ['2026-12-26', 'po termínu 22~dní'],
  ])('on %s what is due on 4 December 2026 is due %s', (today, expected) => {
    expect(shown(formatDue(friday, Temporal.PlainDate.from(today)))).toBe(expected);
  });

  test.each([
    [0, '0~dní', '0~pracovních dní'],
    [1, '1~den', '1~pracovní den'],
    [2, '2~dny', '2~pracovní dny'],
    [4, '4~dny', '4~pracovní dny'],
    [5, '5~dní', '5~pracovních dní'],
    [21, '21~dní', '21~pracovních dní'],
  ])('%i days take the right plural', (count, calendar, working) => {
    expect(shown(formatDays(count))).toBe(calendar);
    expect(shown(formatDays(count, 'working'))).toBe(working);
  });
});

describe('the day in Prague', () => {
  test.each([
    ['2026-11-22T22:59:59Z', '2026-11-22', 'a second before midnight in winter'],
    ['2026-11-22T23:00:00Z', '2026-11-23', 'midnight in winter'],
    ['2026-07-01T21:59:59Z', '2026-07-01', 'a second before midnight in summer'],
    ['2026-07-01T22:00:00Z', '2026-07-02', 'midnight in summer'],
    ['2026-03-28T22:59:59Z', '2026-03-28', 'the night the clocks go forward'],
    ['2026-10-24T22:30:00Z', '2026-10-25', 'the night the clocks go back'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'the new year'],
  ])('%s is %s (%s)', (at, expected) => {
    expect(dayInPrague(instant(at)).toString()).toBe(expected);
  });
});

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
