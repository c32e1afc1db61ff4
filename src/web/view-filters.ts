import nunjucks from 'nunjucks';
import { type DateStyle, formatDate, formatDateTime } from '../core/czech/format.ts';

type Day = Temporal.PlainDate | string;
type Moment = Temporal.Instant | Date;

/** How values read in a page; each name is a filter of the templates. */
export const viewFilters = {
  /** `{{ case.dueOn | date }}`, `| date('numeric')`, `| date('weekday')` */
  date: (day: Day, style?: DateStyle) => formatDate(Temporal.PlainDate.from(day), style),

  /** `{{ event.at | dateTime }}` to minutes; receipts need `| dateTime('seconds')`. */
  dateTime: (moment: Moment, precision: 'seconds' | 'minutes' = 'minutes') =>
    formatDateTime(toInstant(moment), precision),

  /** For the `datetime` attribute of `<time>`. */
  isoTime: (moment: Moment) => toInstant(moment).toString(),

  /** `1 250 Kč`; halves only when there are any. */
  money: (crowns: number) => `${(Number.isInteger(crowns) ? whole : withHalves).format(crowns)}\u00a0Kč`,

  /** `12 500` */
  number: (value: number) => decimal.format(value),

  /** `2,4 MB` */
  fileSize: (bytes: number) =>
    bytes >= 1_000_000
      ? `${oneDecimal.format(bytes / 1_000_000)}\u00a0MB`
      : `${whole.format(Math.max(1, Math.round(bytes / 1000)))}\u00a0kB`,

  /** The paragraphs of a longer text. */
  paragraphs: (text: string) => text.split(/\n{2,}/),

  /** An e-mail address may be broken where it is read in pieces; any other value is left as it is. */
  breakable: (value: unknown) =>
    typeof value === 'string' && address.test(value)
      ? new nunjucks.runtime.SafeString(value.replaceAll(/[@.](?=.)/g, '$&<wbr>'))
      : value,

  /** The folder of the component for a type of field: `yesNo` is `field-yes-no`. */
  kebab: (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
};

/** Of letters that mean nothing in HTML, so that it needs no escaping. */
const address = /^[\p{L}\d._+%-]+@[\p{L}\d.-]+$/u;

const whole = new Intl.NumberFormat('cs-CZ', { maximumFractionDigits: 0 });
const withHalves = new Intl.NumberFormat('cs-CZ', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat('cs-CZ', { maximumFractionDigits: 1 });
const decimal = new Intl.NumberFormat('cs-CZ', { maximumFractionDigits: 4 });

function toInstant(moment: Moment): Temporal.Instant {
  return moment instanceof Date ? moment.toTemporalInstant() : moment;
}
