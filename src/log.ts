import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { Config } from './config.ts';

/** Names under which personal data and secrets could reach a record by mistake. */
const redacted = ['name', 'email', 'phone', 'address', 'password', 'token', 'cookie', 'authorization', 'body', 'query'];

/** The log of the process: one JSON object a line, times in UTC, no personal data. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: logLevel,
    base: null, // who runs the process knows its host and number
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted.flatMap(name => [name, `*.${name}`]), censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What a defect needs: where it happened. Not its further properties; a database's error carries the row in them. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.constructor.name, message: error.message, ...code, stack: error.stack };
}
