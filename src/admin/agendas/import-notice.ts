import type { Imported } from './import-documents.ts';

/** What became of one document. */
export function importedSentence({ number, outcome }: Imported): string {
  switch (outcome) {
    case 'same':
      return `Dokument je stejný jako verze ${number}. Nic jsme nezměnili.`;
    case 'kept':
      return `Koncept verze ${number} jsme nechali, jak je. Dokument jsme neuložili.`;
    case 'replaced':
      return `Dokument jsme uložili jako koncept verze ${number}. Původní koncept najdete mezi verzemi. Zveřejněné zatím není nic.`;
    case 'begun':
      return `Dokument jsme uložili jako koncept verze ${number}. Zveřejněné zatím není nic.`;
  }
}

/** What became of an archive. */
export function archiveSentence(imported: readonly Imported[]): string {
  const count = (...outcomes: Imported['outcome'][]): number =>
    imported.filter(({ outcome }) => outcomes.includes(outcome)).length;
  if (count('same') === imported.length)
    return `Všechny agendy z\u00a0archivu (${imported.length}) už v\u00a0portálu jsou a\u00a0shodují se. Nic jsme nezměnili.`;
  const told: [string, number][] = [
    ['Jako koncept jsme uložili', count('begun', 'replaced')],
    ['Z\u00a0toho místo původního konceptu', count('replaced')],
    ['Rozepsaný koncept jsme nechali', count('kept')],
    ['Beze změny', count('same')],
  ];
  const parts = told.filter(([, number]) => number > 0).map(([what, number]) => `${what}: ${number}.`);
  return [`Počet agend v\u00a0archivu: ${imported.length}.`, ...parts].join(' ');
}
