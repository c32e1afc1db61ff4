import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldTypes } from '../../src/core/form/definition.ts';
import { viewFilters } from '../../src/web/view-filters.ts';
import { componentsDir, examples, galleryPage, renderComponent } from './gallery.ts';

const folders = readdirSync(componentsDir).sort();
const states = Object.entries(examples).flatMap(([name, list]) => list.map(example => ({ name, ...example })));

describe('components', () => {
  it('are all in the gallery', () => {
    expect(Object.keys(examples).sort()).toEqual(folders);
  });

  it.each(fieldTypes)('have one for the field type %s', type => {
    expect(folders).toContain(`field-${viewFilters.kebab(type)}`);
  });

  it.each(states)('$name ($state) can be called as a macro', ({ name, params }) => {
    expect(renderComponent(name, params).trim()).toMatch(/^<.+>$/s);
  });

  it.each(states)('$name ($state) escapes whatever it is told', ({ name, params }) => {
    const html = renderComponent(name, poison(params));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('"onload');
  });

  it.each(['button', 'details', 'inset', 'notification', 'phase-banner'])('%s takes markup only as html', name => {
    expect(renderComponent(name, { html: '<em>a</em>' })).toContain('<em>a</em>');
    expect(renderComponent(name, { text: '<em>a</em>' })).not.toContain('<em>');
  });
});

describe('fields', () => {
  const told = ['field-explanation', 'field-heading', 'field-computed'];
  const fields = states.filter(({ name }) => name.startsWith('field-') && !told.includes(name));

  it.each(fields.filter(({ params }) => params['error']))(
    '$name ($state) says its error with the control',
    ({ name, params }) => {
      const html = renderComponent(name, params);
      const errorId = `${String(params['id'])}-error`;
      expect(html).toContain(`id="${errorId}"`);
      expect(describedByIds(html)).toContain(errorId);
    },
  );

  it.each(fields.filter(({ params }) => params['hint']))(
    '$name ($state) says its hint with the control',
    ({ name, params }) => {
      expect(describedByIds(renderComponent(name, params))).toContain(`${String(params['id'])}-hint`);
    },
  );

  it.each(fields)('$name ($state) marks only what may be left out', ({ name, params }) => {
    expect(renderComponent(name, params).includes('(nepovinné)')).toBe(params['required'] === false);
  });

  it.each(fields)('$name ($state) is where its error links to', ({ name, params }) => {
    expect(renderComponent(name, params)).toContain(`id="${String(params['id'])}"`);
  });

  it.each(fields.filter(({ params }) => params['isPageHeading'] === undefined))(
    '$name ($state) can be the heading of its page',
    ({ name, params }) => {
      const html = renderComponent(name, { ...params, isPageHeading: true });
      expect(html.includes('<h1')).toBe(!['field-declaration', 'field-file'].includes(name));
    },
  );

  it('keep what was typed', () => {
    const typed = { id: 'a', name: 'a', label: 'A' };
    expect(renderComponent('field-text', { ...typed, entry: 'Bady "III"' })).toContain('value="Bady &quot;III&quot;"');
    expect(renderComponent('field-long-text', { ...typed, entry: 'první\ndruhý' })).toContain(
      '>\nprvní\ndruhý</textarea>',
    );
    expect(renderComponent('field-yes-no', { ...typed, entry: 'no' })).toMatch(/value="no" checked/);
    expect(renderComponent('field-date', { ...typed, entry: { day: '31', month: '', year: 'x' } })).toMatch(
      /name="a-day"[^>]*value="31"[^]*name="a-year"[^>]*value="x"/,
    );
  });

  it('tick every chosen option and no other', () => {
    const options = ['jedna', 'dvě', 'tři'].map(label => ({ value: label, label }));
    const html = renderComponent('field-several-of', {
      id: 'a',
      name: 'a',
      label: 'A',
      entry: ['jedna', 'tři'],
      field: { options },
    });
    expect(html.match(/value="[^"]+" checked/g)).toEqual(['value="jedna" checked', 'value="tři" checked']);
  });

  it('point at the wrong part of a date only', () => {
    const html = renderComponent('field-date', {
      id: 'a',
      name: 'a',
      label: 'A',
      entry: {},
      error: 'Doplňte rok',
      errorPart: 'year',
    });
    expect(html.match(/<input[^>]*aria-invalid="true"/g)).toHaveLength(1);
    expect(html).toMatch(/id="a-year"[^>]*aria-invalid="true"/);
  });
});

describe('a group', () => {
  const text = (id: string) => ({ field: { type: 'text', id, label: id, required: true }, entry: 'x' });
  const html = renderComponent('field-group', {
    id: 'budget',
    name: 'budget',
    label: 'Rozpočet',
    field: { rowLabel: 'Položka', max: 3 },
    rows: [{ fields: [text('item')] }, { fields: [{ ...text('item'), error: 'Doplňte' }] }],
  });

  it('says how many rows there are, and names boxes within the row', () => {
    expect(html).toContain('name="budget-rows" value="2"');
    expect(html).toContain('id="budget-0-item" name="budget-0-item"');
    expect(html).toMatch(/id="budget-1-item"[^>]*aria-describedby="budget-1-item-error"/);
  });

  it('says which row a button takes away', () => {
    expect(html).toMatch(/name="_odebrat" value="budget-1">Odebrat<span[^>]*>: Položka 2</);
    expect(html).toContain('name="_pridat" value="budget"');
  });

  it('says which row a button moves where, when it is movable; citizens meet no such button', () => {
    expect(html).not.toMatch(/_nahoru|_dolu/);
    const order = states.find(({ name, params }) => name === 'field-group' && params['isMovable'] === true);
    const buttons = renderComponent('field-group', order?.params ?? {}).match(/name="_(nahoru|dolu)"[^<]*/g);
    expect(buttons).toEqual([
      'name="_dolu" value="group3-0" aria-label="Posunout řádek 1 dolů: Postup vyřízení">Dolů',
      'name="_nahoru" value="group3-1" aria-label="Posunout řádek 2 nahoru: Postup vyřízení">Nahoru',
      'name="_dolu" value="group3-1" aria-label="Posunout řádek 2 dolů: Postup vyřízení">Dolů',
      'name="_nahoru" value="group3-2" aria-label="Posunout řádek 3 nahoru: Postup vyřízení">Nahoru',
    ]);
  });

  it('has the browser fill nothing into its rows', () => {
    expect(html.match(/autocomplete="off"/g)).toHaveLength(2);
  });

  it('offers no more rows than it takes, and leaves the last one', () => {
    const one = { id: 'a', name: 'a', label: 'A', rows: [{ fields: [text('b')] }], field: { rowLabel: 'A', max: 1 } };
    expect(renderComponent('field-group', one)).not.toMatch(/_pridat|_odebrat/);
  });
});

describe('any field', () => {
  const drawn = (state: object) => renderComponent('field', { state });

  it('tells the browser what it may fill in where the account does too', () => {
    expect(drawn({ field: { type: 'text', id: 'a', label: 'A', prefill: 'name' } })).toContain('autocomplete="name"');
    const person = drawn({ field: { type: 'person', id: 'a', label: 'A', prefill: 'person', ask: ['born'] } });
    expect(person.match(/autocomplete="[^"]*"/g)).toEqual(
      ['given-name', 'family-name', 'bday-day', 'bday-month', 'bday-year'].map(token => `autocomplete="${token}"`),
    );
  });

  it('says that the account filled it in', () => {
    const html = drawn({ field: { type: 'text', id: 'a', label: 'A' }, prefilled: 'account' });
    expect(html).toContain('Předvyplněno z\u00a0vašeho účtu');
    expect(describedByIds(html)).toContain('a-prefilled');
  });

  it('shows what was worked out, or that it will be', () => {
    const field = { type: 'computed', id: 'a', label: 'A', format: 'money' };
    expect(drawn({ field, value: 0 })).toContain('0\u00a0Kč');
    expect(drawn({ field })).toContain('Dopočítá se');
  });
});

describe('the gallery', () => {
  const html = galleryPage();
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);

  it('has every id once', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'])(
    '%s names what is on the page',
    attribute => {
      const named = [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].flatMap(([, value = '']) =>
        value.split(' '),
      );
      expect(named.filter(id => !ids.includes(id))).toEqual([]);
    },
  );

  it('labels every control', () => {
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)].map(
      ([, attributes = '']) => attributes,
    );
    const visible = controls.filter(attributes => !attributes.includes('type="hidden"'));
    const labelled = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]*)"/g)].map(([, id]) => id));
    expect(visible.filter(attributes => !labelled.has(/\sid="([^"]*)"/.exec(attributes)?.[1]))).toEqual([]);
  });

  it('has neither inline styles nor inline scripts', () => {
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});

/** The same params with every text that comes from people replaced by one that tries to break out. */
function poison(value: unknown, key = ''): object {
  const poisoned = poisonValue(value, key);
  return typeof poisoned === 'object' && poisoned !== null ? poisoned : {};
}

/** Not from people: they choose the markup. */
const ours = new Set(['type', 'state', 'icon', 'variant', 'html']);

function poisonValue(value: unknown, key: string): unknown {
  if (typeof value === 'string') return ours.has(key) ? value : `'"onload="x" ><script>alert(1)</script>`;
  if (Array.isArray(value)) return value.map(item => poisonValue(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisonValue(inner, name)]));
}

function describedByIds(html: string): string[] {
  return [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(([, ids = '']) => ids.split(' '));
}
