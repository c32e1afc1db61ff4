import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import writeXlsxFile from 'write-excel-file/node';
import type { Vault } from '../../vault/vault.ts';
import type { InboxRow } from '../inbox/queries.ts';
import { cellsOf, columnTitles } from './columns.ts';
import { byteOrderMark, csvLine } from './csv.ts';

export type Format = 'csv' | 'xlsx';

interface Export {
  vault: Vault;
  format: Format;
  today: Temporal.PlainDate;
  rows: AsyncIterable<InboxRow[]>;
}

/** Sends a list as a file. CSV flows as it is read; a workbook is put together first. */
export async function sendFile(res: Response, { vault, format, today, rows }: Export): Promise<void> {
  const lines = linesOf(vault, rows);
  res.attachment(`pripady-${today.toString()}.${format}`);
  if (format === 'csv') await pipeline(Readable.from(csv(lines)), res.type('text/csv; charset=utf-8'));
  else res.type(workbookType).send(await workbook(lines));
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function* linesOf(vault: Vault, rows: AsyncIterable<InboxRow[]>): AsyncGenerator<string[]> {
  for await (const page of rows) yield* page.map(row => cellsOf(vault, row));
}

async function* csv(lines: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnTitles);
  for await (const line of lines) yield csvLine(line);
}

async function workbook(lines: AsyncIterable<string[]>): Promise<Buffer> {
  const cells = (line: string[]) => line.map(value => ({ value, type: String }));
  const head = columnTitles.map(value => ({ value, type: String, fontWeight: 'bold' as const }));
  const data = [head, ...(await Array.fromAsync(lines, cells))];
  const columns = columnTitles.map(() => ({ width: 24 }));
  return writeXlsxFile(data, { sheet: 'Případy', columns, stickyRowsCount: 1 }).toBuffer();
}
