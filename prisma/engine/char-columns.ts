import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { types } from 'pg';
import type { Pool, QueryArrayConfig, QueryArrayResult } from 'pg';

/**
 * Prisma's adapter refuses the type "char", which the engine asks for when it describes a database. Here such columns
 * pass the adapter as text and reach the engine as what they are.
 */
export async function connectReadingChar(pool: Pool): Promise<SqlDriverAdapter> {
  const charColumns = new Map<string, number[]>(); // by the text of the query
  const query: (config: QueryArrayConfig) => Promise<QueryArrayResult> = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: QueryArrayConfig): Promise<QueryArrayResult> => {
      const result = await query(config);
      charColumns.set(config.text, passAsText(result));
      return result;
    },
  });
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async sqlQuery => {
    const result = await queryRaw(sqlQuery);
    for (const index of charColumns.get(sqlQuery.sql) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

const CHAR: number = types.builtins.CHAR;

function passAsText({ fields }: QueryArrayResult): number[] {
  const found = fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
  for (const index of found) Object.assign(fields[index] ?? {}, { dataTypeID: types.builtins.TEXT });
  return found;
}
