import type { Container } from '../../core/form/edit/containers.ts';

/** Where a field is to go, as a form says it: "krok:zadatel" or "skupina:rozpocet". */
export function containerAt(text: string): Container | undefined {
  const [kind, id = ''] = text.split(':');
  if (kind === 'krok') return { step: id };
  return kind === 'skupina' ? { group: id } : undefined;
}
