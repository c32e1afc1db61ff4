import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { RequestHandler } from 'express';
import writeXlsxFile from 'write-excel-file/node';
import { recordAudit } from '../../audit/record.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { readInboxRequest } from '../inbox/request.ts';
import { officerOf } from '../officer-of.ts';
import { cellsOf, columnTitles } from './columns.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import { listedRows } from './rows.ts';

type ExportDeps = Pick<Deps, 'db' | 'pool' | 'vault' | 'now'>;
type Format = 'csv' | 'xlsx';

/** GET /urad/export.csv?… and .xlsx: what the list of that address shows, at most ten thousand rows. Who took it is known. */
export function sendExport(deps: ExportDeps, format: Format): RequestHandler {
  return async (req, res) => {
    const { vault, pool, now } = deps;
    const officer = officerOf(req);
    const request = readInboxRequest(req, officer);
    if (!request) throw new NotFound();
    const at = now();
    const details = { view: request.view, format };
    const subject = `officer/${officer.officerId}`;
    await recordAudit(deps.db, { actor: officer, at, action: 'listExported', subject, details });
    const today = dayInPrague(at);
    const rows = listedRows(pool, { vault, officer, request, today });
    const lines = async function* (): AsyncGenerator<string[]> {
      for await (const page of rows) yield* page.map(row => cellsOf(vault, row));
    };
    res.attachment(`pripady-${today.toString()}.${format}`);
    await (format === 'csv' ? pipeline(Readable.from(csv(lines())), res.type('text/csv; charset=utf-8')) : sendXlsx());

    async function sendXlsx(): Promise<void> {
      const cells = (line: string[]) => line.map(value => ({ value, type: String }));
      const head = columnTitles.map(value => ({ value, type: String, fontWeight: 'bold' as const }));
      const data = [head, ...(await Array.fromAsync(lines(), cells))];
      const widths = columnTitles.map(() => ({ width: 24 }));
      const file = await writeXlsxFile(data, { sheet: 'Případy', columns: widths, stickyRowsCount: 1 }).toBuffer();
      res.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(file);
    }
  };
}

async function* csv(lines: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnTitles);
  for await (const line of lines) yield csvLine(line);
}
