import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { wordTokens } from '../../src/cases/search-tokens.ts';
import type { Entries } from '../../src/core/form/answers.ts';
import { checkDefinition } from '../../src/core/form/check-definition.ts';
import type { Definition } from '../../src/core/form/definition.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { type FrozenContent, freezeContent } from '../../src/core/form/freeze-content.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { bigintItem } from './copy.ts';

export interface BenchOfficer {
  id: string;
  name: string;
}

/** An agenda with a form that was filled in: what many of the cases are about. */
export interface Kind {
  agendaId: string;
  versionId: string;
  definition: Definition;
  department: { id: string; name: string };
  officers: BenchOfficer[];
  content: FrozenContent;
  /** Of the words of the form, in their place of the array. */
  tokens: Buffer[];
}

interface Row {
  agenda_id: string;
  version_id: string;
  definition: unknown;
  slug: string;
  department_id: string;
  department: string;
  officers: BenchOfficer[] | null;
}

/** The agendas of the city. The first are filed most often. */
export async function readKinds(client: Client, vault: Vault, today: Temporal.PlainDate): Promise<Kind[]> {
  const { rows } = await client.query<Row>(`
    SELECT g.id AS agenda_id, v.id AS version_id, v.definition, g.slug, d.id AS department_id, d.name AS department,
      (SELECT json_agg(json_build_object('id', o.id, 'name', a.name) ORDER BY a.email)
        FROM officer o JOIN account a ON a.id = o.account_id WHERE o.department_id = d.id AND a.email LIKE 'urednik%') AS officers
    FROM agenda g JOIN agenda_version v ON v.agenda_id = g.id AND v.status = 'published'
    JOIN department d ON d.slug = v.definition->>'department'
    ORDER BY g.slug <> 'ohlaseni-psa', g.slug <> 'rezidentni-parkovani', md5(g.slug)`);
  return rows.map(row => {
    const checked = checkDefinition(row.definition);
    if (!checked.ok) throw new Error(`${row.slug} is not an agenda`);
    const { definition } = checked;
    const content = freezeContent(definition, evaluate(definition, example(row.slug), { today }));
    const words = wordTokens(vault, { reference: '', summary: { applicantName: '', subject: '' }, content });
    return {
      agendaId: row.agenda_id,
      versionId: row.version_id,
      definition,
      department: { id: row.department_id, name: row.department },
      officers: row.officers ?? [],
      content,
      tokens: words.map(bigintItem),
    };
  });
}

function example(slug: string): Entries {
  const file = new URL(`../../tests/core/form/examples/${slug}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Entries;
}
