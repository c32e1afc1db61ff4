import type { Officer } from '../../core/actor.ts';
import type { Directory } from '../directory.ts';
import { type InboxRequest, stateFilters } from './request.ts';

/** One list of the filter, by its name in the address. */
export interface Select {
  name: 'agenda' | 'stav' | 'odbor' | 'urednik';
  /** Without a text it is a state, whose words are the page's. */
  options: { value: string; text?: string; isChosen: boolean }[];
}

/** Departments are chosen in the view of the whole office, officers in the view of a department. */
export function selects({ agendas, departments }: Directory, officer: Officer, request: InboxRequest): Select[] {
  const option = (value: string, text: string, chosen: string) => ({ value, text, isChosen: value === chosen });
  const list: Select[] = [
    { name: 'agenda', options: agendas.map(({ slug, title }) => option(slug, title, request.agenda)) },
    { name: 'stav', options: stateFilters.map(value => ({ value, isChosen: value === request.state })) },
  ];
  if (request.view === 'vse') {
    list.push({ name: 'odbor', options: departments.map(({ slug, name }) => option(slug, name, request.department)) });
  }
  if (request.view === 'odbor') {
    const colleagues = departments.find(({ id }) => id === officer.departmentId)?.officers ?? [];
    list.push({ name: 'urednik', options: colleagues.map(({ id, name }) => option(id, name, request.officer)) });
  }
  return list;
}
