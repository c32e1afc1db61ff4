import { ZodError } from 'zod';
import type { Deps } from '../../deps.ts';
import { type Firm, readAnswer } from './answer.ts';

const waitMilliseconds = 3_000;
/** An answer about one firm has a few kilobytes. */
const longest = 256_000;

export type Asked = Firm | 'unknown' | 'unreachable';

/** Asks the register itself. A register that is down, slow or talks nonsense is an answer too, not an exception. */
export async function askAres({ config, log }: Pick<Deps, 'config' | 'log'>, ico: string): Promise<Asked> {
  const url = `${config.aresUrl}/ekonomicke-subjekty-v-be/rest/ekonomicke-subjekty/${ico}`;
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(waitMilliseconds),
    });
    const answer: unknown = JSON.parse(await shortText(response));
    if (response.status === 404 && isNotFound(answer)) return 'unknown';
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    const firm = readAnswer(answer);
    if (firm.ico !== ico) throw new Error('an answer about another firm');
    return firm;
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'ARES not reached');
    return 'unreachable';
  }
}

/** What is wrong with an answer would quote it, and it may be about a person who does business. */
function reasonOf(error: unknown): string {
  return error instanceof SyntaxError || error instanceof ZodError ? 'not an answer of ARES' : String(error);
}

/** A 404 of the register itself, not of a proxy or of an address that has moved. */
function isNotFound(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'kod' in answer && answer.kod === 'NENALEZENO';
}

async function shortText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > longest) throw new Error('an answer too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
