import type { RequestHandler } from 'express';
import { shapeMessage } from '../../../core/form/check-shape.ts';
import { sketchSchema, type Definition } from '../../../core/form/definition.ts';
import { isWrong, type FieldState } from '../../../core/form/field-state.ts';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { errorsOf } from '../../../web/field-errors.ts';
import { formBody, queryText, textParam, type FormError } from '../../../web/input.ts';
import { changing } from '../change.ts';
import { renderDesigner } from '../page.ts';
import { logicPath, settingsPath } from '../paths.ts';
import { withSketch, type Designing } from '../with-sketch.ts';
import { findCity } from './city.ts';
import { conditionLinks } from './condition-links.ts';
import { evaluated, typedEntries, unjudged, withBlankRow, withoutMarks } from './form.ts';
import { findPart } from './index.ts';
import { withRowMoved } from './moved-row.ts';
import type { SettingsPart } from './part.ts';
import { placeAfter, pressedIn } from './row-buttons.ts';

type SettingsDeps = Pick<Deps, 'db' | 'now'>;

/** GET …/navrh/nastaveni/:part: a part of the agenda beside its questions, as a form of the portal's own engine. */
export function showSettings(deps: SettingsDeps): RequestHandler {
  return withSketch(deps, async designing => {
    const { definition } = designing.sketch;
    const part = partOf(designing);
    const fields = part.fields(definition, await findCity(deps.db));
    const entries = withBlankRow(fields, part.toEntries(definition), queryText(designing.req, 'pridat', 40));
    render(designing, { part, states: unjudged(evaluated(fields, entries, deps.now()).fields), now: deps.now() });
  });
}

/** POST …/navrh/nastaveni/:part; the buttons that add, remove and move rows save as well. */
export function saveSettings(deps: SettingsDeps): RequestHandler {
  return async (req, res, next) => {
    const city = await findCity(deps.db);
    const handler = changing(deps, designing => {
      const { sketch } = designing;
      const part = partOf(designing);
      const body: unknown = formBody(req);
      const buttons = pressedIn(body);
      const readIn = (definition: Definition) => {
        const fields = part.fields(definition, city);
        return withRowMoved(evaluated(fields, typedEntries(fields, body, buttons), deps.now()), buttons);
      };
      const storedIn = (definition: Definition) =>
        evaluated(part.fields(definition, city), part.toEntries(definition), deps.now()).fields;
      let problems: FormError[] = [];
      return {
        operation: definition => {
          const { fields, answers, origin } = readIn(definition);
          if (fields.some(isWrong)) return { ok: false, reason: 'invalid', problems: [] };
          const parsed = sketchSchema.safeParse(part.apply(definition, answers, origin));
          if (parsed.success) return { ok: true, definition: parsed.data, id: part.id };
          problems = parsed.error.issues.map(issue => ({ field: '', message: shapeMessage(issue) }));
          return { ok: false, reason: 'invalid', problems: [] };
        },
        next: () => settingsPath(sketch.slug, part.id) + placeAfter(readIn(sketch.definition), buttons),
        back: settingsPath(sketch.slug, part.id),
        refuse: () => {
          const { fields } = readIn(sketch.definition);
          designing.res.status(400);
          render(designing, {
            part,
            states: fields,
            now: deps.now(),
            errors: [...fields.flatMap(errorsOf), ...problems],
          });
        },
        typed: changedTexts(readIn(sketch.definition).fields, storedIn(sketch.definition)),
      };
    });
    await handler(req, res, next);
  };
}

type Shown = { part: SettingsPart; states: FieldState[]; now: Temporal.Instant; errors?: FormError[] };

function render(designing: Designing, { part, states, now, errors = [] }: Shown): void {
  const { slug, definition } = designing.sketch;
  const name = part.name ?? part.id;
  renderDesigner(designing, {
    template: 'settings',
    where: { part: name },
    now,
    errors,
    view: {
      part: name,
      action: settingsPath(slug, part.id),
      fields: withoutMarks(states),
      conditions: conditionLinks(slug, definition, part),
      formulaHref:
        definition.fee.charge?.by === 'formula' && part.id === 'poplatek' && logicPath(slug, 'fee.charge.crowns'),
    },
  });
}

function partOf({ req }: Pick<Designing, 'req'>): SettingsPart {
  const part = findPart(textParam(req, 'part'));
  if (!part) throw new NotFound();
  return part;
}

/** What was written otherwise than it is stored now, should somebody else have saved meanwhile. */
function changedTexts(states: FieldState[], stored: FieldState[]): Written[] {
  const known = texts(stored);
  return texts(states).filter(({ label, value }) => !known.some(text => text.label === label && text.value === value));
}

type Written = { text: string; label: string; value: string };

function texts(states: FieldState[]): Written[] {
  return states.flatMap(({ field: { label }, entry, rows = [] }) => [
    ...(typeof entry === 'string' ? [{ text: 'property.text', label, value: entry }] : []),
    ...rows.flatMap(row => texts(row.fields)),
  ]);
}
