import type { Entries } from '../form/answers.ts';
import { phoneWords } from '../form/fields/phone.ts';
import { present } from '../form/present.ts';
import { readProfile } from '../form/profile.ts';
import { formatDate } from '../czech/format.ts';
import type { Sure, SureSource } from './sure.ts';

/** One of the things the portal knows of the holder of an account, and who says it. */
export interface OwnItem {
  id: string;
  /** Empty: nobody has said it. */
  lines: string[];
  /** Null: the person themselves. */
  source: { by: SureSource; on: Temporal.PlainDate } | null;
}

interface Account {
  name: string;
  email: string | null;
  phone: string | null;
}

/** What a person is shown even when nobody has said it; the rest of what they may keep only once they do. */
const always = ['birthDate', 'address'];

/** All of it in the order of the page: who they are, how they are reached, what they let be filled in. */
export function ownItems(account: Account, profile: Entries, sure: Sure, today: Temporal.PlainDate): OwnItem[] {
  const typed = (id: string, text: string | null): OwnItem => ({
    id,
    lines: text === null ? [] : [text],
    source: null,
  });
  const kept = readProfile(profile, today).map(({ field, value }): OwnItem => {
    return { id: field.id, lines: value === undefined ? [] : present(field, value), source: null };
  });
  const all = [
    typed('name', account.name),
    ...kept,
    typed('email', account.email),
    typed('phone', account.phone && phoneWords(account.phone)),
  ];
  return all
    .map(item => ofRegister(item, sure))
    .filter(({ id, lines }) => lines.length > 0 || always.includes(id) || id === 'email' || id === 'phone');
}

/** What is sure goes before what was typed. */
function ofRegister(item: OwnItem, sure: Sure): OwnItem {
  const known = isSure(item.id) ? sure[item.id] : undefined;
  if (!known) return item;
  const { value, source, on } = known;
  const text = item.id === 'birthDate' ? formatDate(Temporal.PlainDate.from(value), 'numeric') : value;
  return { id: item.id, lines: [text], source: { by: source, on } };
}

function isSure(id: string): id is keyof Sure {
  return id === 'name' || id === 'birthDate' || id === 'address';
}
