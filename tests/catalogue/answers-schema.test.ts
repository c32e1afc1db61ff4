import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import type { Entries } from '../../src/core/form/answers.ts';
import { definitionSchema } from '../../src/core/form/definition.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { startPortal } from '../support/app.ts';

const portal = await startPortal();
const address = '/sluzby/ohlaseni-psa/odpovedi.schema.json';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('the schema of answers', () => {
  it('is offered on the page of the agenda, by the law', async () => {
    const page = await (await portal.visitor()).get('/sluzby/ohlaseni-psa');
    expect(page.$(`section[aria-labelledby="zakon"] a[href="${address}"]`).text()).toContain('JSON Schema');
  });

  it('is a schema that the example of a filing satisfies', async () => {
    const { agent } = await portal.visitor();
    const { status, type, text } = await agent.get(address).buffer(true);
    expect([status, type]).toEqual([200, 'application/schema+json']);

    const validate = new Ajv2020({ strictTypes: false, formats: { date: true, email: true } }).compile(
      JSON.parse(text) as AnySchemaObject,
    );
    const definition = definitionSchema.parse(readJson('prisma/seed/agendas/ohlaseni-psa.json'));
    const entries = readJson('tests/core/form/examples/ohlaseni-psa.json') as Entries;
    const { answers } = evaluate(definition, entries, { today: Temporal.PlainDate.from('2026-05-04') });
    expect(validate(answers)).toBe(true);
    expect(validate({ ...answers, dogName: undefined, chipNumber: 'x' })).toBe(false);
  });

  it('is sent again only when it has changed', async () => {
    const { agent } = await portal.visitor();
    const { headers } = await agent.get(address);
    expect(headers['cache-control']).toBe('no-cache');
    expect((await agent.get(address).set('If-None-Match', String(headers['etag']))).status).toBe(304);
  });

  it.each(['neni', '__proto__', 'x'.repeat(300)])('of %s is not found', async slug => {
    const { agent } = await portal.visitor();
    expect((await agent.get(`/sluzby/${slug}/odpovedi.schema.json`)).status).toBe(404);
  });
});
