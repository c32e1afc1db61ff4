/** Rows in PostgreSQL's binary form, the quickest way in: no text is made of the values and none is read. */

type Value = Buffer | null;

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const end = Buffer.from([0xff, 0xff]);

export function copyFile(rows: readonly Buffer[]): Buffer {
  return Buffer.concat([signature, ...rows, end]);
}

export function row(values: readonly Value[]): Buffer {
  const length = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 2);
  const buffer = Buffer.allocUnsafe(length);
  let at = buffer.writeInt16BE(values.length, 0);
  for (const value of values) {
    at = buffer.writeInt32BE(value ? value.length : -1, at);
    if (value) at += value.copy(buffer, at);
  }
  return buffer;
}

export function text(value: string): Buffer {
  return Buffer.from(value);
}

export function uuid(value: string): Buffer {
  return Buffer.from(value.replaceAll('-', ''), 'hex');
}

export function int(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(4);
  buffer.writeInt32BE(value);
  return buffer;
}

export function bool(value: boolean): Buffer {
  return Buffer.of(value ? 1 : 0);
}

/** Microseconds since the year 2000. */
export function instant(milliseconds: number): Buffer {
  const buffer = Buffer.allocUnsafe(8);
  buffer.writeBigInt64BE(BigInt(milliseconds - Date.UTC(2000, 0, 1)) * 1000n);
  return buffer;
}

const dayZero = Temporal.PlainDate.from('2000-01-01');

export function day(value: Temporal.PlainDate): Buffer {
  return int(dayZero.until(value).days);
}

const textType = 25;
const bigintType = 20;

export const noTexts = Buffer.concat([int(0), int(0), int(textType)]);

export function bigints(values: readonly Buffer[]): Buffer {
  return Buffer.concat([int(1), int(0), int(bigintType), int(values.length), int(1), ...values]);
}

/** One of them, in its place of the array. */
export function bigintItem(value: string): Buffer {
  const buffer = Buffer.allocUnsafe(12);
  buffer.writeInt32BE(8, 0);
  buffer.writeBigInt64BE(BigInt(value), 4);
  return buffer;
}
