import { departmentsOf, type Officer } from '../../core/actor.ts';
import type { Directory } from '../directory.ts';
import { choosesDepartment, type InboxRequest, pageSizes } from './request.ts';
import { sortKeys, writeSort } from './sorts.ts';
import { stateFilters } from './state-filters.ts';

/** One list of the filter, by its name in the address. */
export interface Select {
  name: 'agenda' | 'stav' | 'odbor' | 'urednik' | 'razeni' | 'na-strance';
  /** Without a text its words are the page's. */
  options: { value: string; text?: string; isChosen: boolean }[];
  /** Something is chosen always. */
  isComplete: boolean;
}

/** Departments are chosen where there are several, officers in the view of a department. */
export function selects({ agendas, departments }: Directory, officer: Officer, request: InboxRequest): Select[] {
  const option = (value: string, text: string, chosen: string) => ({ value, text, isChosen: value === chosen });
  const plain = (values: readonly string[], chosen: string) =>
    values.map(value => ({ value, isChosen: value === chosen }));
  const some = (name: Select['name'], options: Select['options']): Select => ({ name, options, isComplete: false });
  const list = [
    some(
      'agenda',
      agendas.map(({ slug, title }) => option(slug, title, request.agenda)),
    ),
    some('stav', plain(stateFilters, request.state)),
  ];
  const theirs = departments.filter(({ id }) => departmentsOf(officer).includes(id));
  if (choosesDepartment(request.view, officer)) {
    const options = (request.view === 'vse' ? departments : theirs).map(({ slug, name }) =>
      option(slug, name, request.department),
    );
    list.push(some('odbor', options));
  }
  if (request.view === 'odbor') {
    const colleagues = theirs.flatMap(({ officers }) => officers);
    const options = colleagues.map(({ id, name }) => option(id, name, request.officer));
    list.push(some('urednik', options));
  }
  const orders = sortKeys.flatMap(key => [writeSort({ key, descending: false }), writeSort({ key, descending: true })]);
  list.push({ name: 'razeni', options: plain(orders, writeSort(request.sort)), isComplete: true });
  const sizes = pageSizes.map(size => option(String(size), String(size), String(request.pageSize)));
  list.push({ name: 'na-strance', options: sizes, isComplete: true });
  return list;
}
