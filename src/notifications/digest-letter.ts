import { formatDate } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';

/** What the morning mail is about, in the order in which it says it. */
const digestParts = ['overdue', 'dueThisWeek', 'newCase', 'answered', 'standIn', 'late', 'unassigned'] as const;
export type DigestPart = (typeof digestParts)[number];

const headings: Record<DigestPart, string> = {
  overdue: 'Po termínu',
  dueThisWeek: 'Termín tento týden',
  newCase: 'Nové od minulého souhrnu',
  answered: 'Žadatel se ozval',
  standIn: 'Případy kolegů, které zastupujete',
  late: 'Odbor: po termínu u ostatních',
  unassigned: 'Odbor: nikdo je nevyřizuje',
};

/** Some cases of a part, and how many there are altogether. */
export interface DigestList {
  part: DigestPart;
  total: number;
  first: { reference: string; agenda: string; dueOn: Temporal.PlainDate }[];
}

interface Digest {
  day: Temporal.PlainDate;
  lists: DigestList[];
  /** Absent people of a head's departments whose cases nobody has. */
  unattended: number;
  /** The inbox. */
  link: string;
}

/** What an officer's day begins with: references, agendas and days, and nothing of anybody's matters. */
export function digest({ day, lists, unattended, link }: Digest): Letter {
  const inOrder = digestParts.flatMap(part => lists.filter(list => list.part === part));
  return letter(`Co vás čeká: ${formatDate(day, 'weekday')}`, [
    `Dobrý den,`,
    ...inOrder.map(paragraph),
    unattended > 0 ? `Odbor: nepřítomní bez zástupu (${unattended})` : undefined,
    `Případy najdete tady:`,
    link,
  ]);
}

function paragraph({ part, total, first }: DigestList): string {
  const cases = first.map(
    ({ reference, agenda, dueOn }) => `– ${reference}, ${agenda}, termín ${formatDate(dueOn, 'numeric')}`,
  );
  const rest = total - first.length;
  return [`${headings[part]} (${total})`, ...cases, ...(rest > 0 ? [`– ${more(rest)}`] : [])].join('\n');
}

function more(count: number): string {
  return count < 5 ? `a další ${count}` : `a dalších ${count}`;
}
