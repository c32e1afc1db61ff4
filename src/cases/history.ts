import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/case/canonical.ts';
import { type CaseEvent, caseEventSchema } from '../core/case/events.ts';
import type { Vault } from '../vault/vault.ts';

/** An event in its place of the chain. */
export interface ChainedEvent {
  number: number;
  event: CaseEvent;
  previousHash: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
}

interface Link {
  number: number;
  hash: Uint8Array;
}

/** The history of a case begins with what was filed: the first event carries the hash of the submission. */
export function beginning(submissionHash: Uint8Array): Link {
  return { number: 0, hash: submissionHash };
}

/** Puts new events behind the last one; whoever changed any of them later would have to change all that follow. */
export function chain(caseId: string, events: CaseEvent[], last: Link): ChainedEvent[] {
  let link = last;
  return events.map(event => {
    const number = link.number + 1;
    const previousHash = new Uint8Array(link.hash);
    const hash = eventHash({ caseId, number, event, previousHash });
    link = { number, hash };
    return { number, event, previousHash, hash };
  });
}

/** The numbers of the events that do not fit: changed, missing or moved. An intact history gives none. */
export function brokenLinks(caseId: string, events: ChainedEvent[], first: Link): number[] {
  let expected = { number: first.number + 1, hash: first.hash };
  return events.flatMap(({ number, event, previousHash, hash }) => {
    const fits =
      number === expected.number &&
      equal(previousHash, expected.hash) &&
      equal(hash, eventHash({ caseId, number, event, previousHash }));
    expected = { number: number + 1, hash };
    return fits ? [] : [number];
  });
}

/** The whole event is sealed, so that who did it keeps the name of that day. */
export function sealEvent(vault: Vault, caseId: string, { number, event }: ChainedEvent): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(event), context(caseId, number));
}

export function openEvent(vault: Vault, caseId: string, stored: { number: number; data: Uint8Array }): CaseEvent {
  return caseEventSchema.parse(JSON.parse(vault.open(stored.data, context(caseId, stored.number))));
}

interface Hashed {
  caseId: string;
  number: number;
  event: CaseEvent;
  previousHash: Uint8Array;
}

function eventHash({ caseId, number, event, previousHash }: Hashed): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256').update(previousHash);
  return new Uint8Array(hash.update(canonicalJson({ caseId, number, ...event }), 'utf8').digest());
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}

function context(caseId: string, number: number): string {
  return `case_event/${caseId}-${number}/data`;
}
