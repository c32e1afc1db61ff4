import { request } from 'node:https';
import type { DataBoxGate } from '../../../config.ts';
import { ProviderProblem } from '../problem.ts';
import { Malformed } from '../xml.ts';
import { type Confirmation, namespace, readConfirmation } from './read-confirmation.ts';

const patienceMs = 5_000;
/** An answer has a few kilobytes. */
const longest = 256_000;

/**
 * Asks ISDS who it was that signed in there under this name of a session (`authConfirmation`). It knows the portal by its
 * certificate, and each session is told once.
 */
export async function confirmAtDataBox(gate: DataBoxGate, sessionId: string): Promise<Confirmation> {
  let answer: Answer;
  try {
    answer = await send(gate, envelope(sessionId));
  } catch (error) {
    throw new ProviderProblem('unavailable', codeOf(error));
  }
  if (answer.status !== 200) throw new ProviderProblem('unavailable', `status ${answer.status}`);
  try {
    return await readConfirmation(answer.body);
  } catch (error) {
    if (error instanceof Malformed) throw new ProviderProblem('unproved', error.message);
    throw error;
  }
}

interface Answer {
  status: number;
  body: string;
}

/** The name of the session has been found to be made of letters and digits. */
function envelope(sessionId: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    `<ats:authConfirmationRequest xmlns:ats="${namespace}"><ats:sessionId>${sessionId}</ats:sessionId></ats:authConfirmationRequest>` +
    '</soap:Body></soap:Envelope>'
  );
}

function send({ confirmUrl, client }: DataBoxGate, body: string): Promise<Answer> {
  const options = {
    method: 'POST',
    key: client.key,
    cert: client.certificate,
    minVersion: 'TLSv1.2' as const,
    signal: AbortSignal.timeout(patienceMs),
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      soapaction: '""',
    },
  };
  return new Promise((resolve, reject) => {
    const sent = request(confirmUrl, options, response => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > longest) response.destroy(new Error('an answer too long'));
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** For the log. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreachable';
}
