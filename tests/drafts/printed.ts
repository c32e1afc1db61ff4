import type { Buffer } from 'node:buffer';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Visitor } from '../support/visitor.ts';

/** The words of a PDF that the visitor may download. */
export async function printed(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.agent.get(path);
  const pdf = await getDocumentProxy(new Uint8Array(answer.body as Buffer));
  const { text } = await extractText(pdf, { mergePages: true });
  return plain(text);
}

/** With single plain spaces, however it is broken into lines. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
