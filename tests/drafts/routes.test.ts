import { expect, test } from 'vitest';
import { wire } from '../../src/app.ts';
import { checkDefinition } from '../../src/core/form/check-definition.ts';
import { draftRoutes } from '../../src/drafts/routes.ts';
import { aDefinition } from '../core/form/definitions.ts';
import { startPortal } from '../support/app.ts';

const portal = await startPortal();
const pages = draftRoutes(wire(portal.deps))
  .map(({ path }) => /^\/podani\/:draft\/(\w+)/.exec(path)?.[1])
  .filter(word => word !== undefined);

test.each([...new Set(pages)])('no step of an agenda can take the place of the page %s', word => {
  const fields = [{ type: 'text' as const, id: 'more', label: 'Otázka' }];
  const checked = checkDefinition(aDefinition([{ id: word, title: 'Krok', fields }]));
  expect(checked).toMatchObject({ ok: false, problems: [{ path: 'steps[1].id' }] });
});
