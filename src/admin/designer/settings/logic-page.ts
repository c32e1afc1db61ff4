import type { RequestHandler } from 'express';
import type { Definition, Logic } from '../../../core/form/definition.ts';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { formBody, textParam, type FormError } from '../../../web/input.ts';
import { anchorOf } from '../anchor.ts';
import { changing } from '../change.ts';
import { conditionForm, logicOf } from '../condition-form.ts';
import { conditionView } from '../condition-view.ts';
import { formulaForm } from '../formula-form.ts';
import { formulaOf } from '../formula-of.ts';
import { formulaView } from '../formula-view.ts';
import { renderDesigner } from '../page.ts';
import { logicPath, settingsPath } from '../paths.ts';
import { errorsOf } from '../refused.ts';
import { typedCondition } from '../typed-condition.ts';
import { typedFormula } from '../typed-formula.ts';
import { textAt } from '../typed.ts';
import { withSketch, type Designing } from '../with-sketch.ts';
import { settingsParts } from './index.ts';
import { logicAt, withLogicAt } from './logic-place.ts';

type LogicDeps = Pick<Deps, 'db' | 'now'>;

const conditionName = 'podminka';

/** GET …/navrh/podminky/:place: when a row applies, or how the fee is worked out. */
export function showLogic(deps: LogicDeps): RequestHandler {
  return withSketch(deps, designing => {
    const { definition } = designing.sketch;
    const place = textParam(designing.req, 'place');
    const found = logicAt(definition, place);
    if (!found.found) throw new NotFound();
    render(designing, { place, form: loaded(definition, place, found.logic), now: deps.now() });
  });
}

/** POST …/navrh/podminky/:place */
export function saveLogic(deps: LogicDeps): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req, res } = designing;
    const place = textParam(req, 'place');
    const body: unknown = formBody(req);
    let errors: FormError[] = [];
    return {
      operation: definition => {
        const read = readLogicOf(definition, place, body);
        errors = read.ok ? [] : read.errors;
        if (!read.ok) return { ok: false, reason: 'invalid', problems: [] };
        const changed = withLogicAt(definition, place, read.logic);
        return changed ? { ok: true, definition: changed, id: place } : { ok: false, reason: 'missing' };
      },
      next: () => logicPath(sketch.slug, place) + anchorOf(textAt(body, 'akce')),
      back: settingsPath(sketch.slug, partOf(place)),
      refuse: refused => {
        res.status(400);
        const form = typedForm(sketch.definition, place, body);
        render(designing, { place, form, now: deps.now(), errors: [...errors, ...errorsOf(refused)] });
      },
    };
  });
}

type LogicForm = { condition: object } | { formula: object };
type Shown = { place: string; form: LogicForm; now: Temporal.Instant; errors?: FormError[] };

function render(designing: Designing, { place, form, now, errors = [] }: Shown): void {
  const { slug, definition } = designing.sketch;
  const part = partOf(place);
  const label = settingsParts
    .flatMap(settings => settings.conditions?.(definition) ?? [])
    .find(condition => condition.place === place)?.label;
  renderDesigner(designing, {
    template: 'logic',
    where: { part },
    now,
    errors,
    view: { part, label, action: logicPath(slug, place), back: settingsPath(slug, part), form },
  });
}

function isFormula(place: string): boolean {
  return place === 'fee.charge.crowns';
}

function loaded(definition: Definition, place: string, logic: Logic | undefined): LogicForm {
  return isFormula(place)
    ? { formula: formulaView(definition, formulaForm(definition, logic ?? 0), 'everywhere') }
    : { condition: conditionView(definition, conditionForm(definition, conditionName, logic), 'everywhere') };
}

function typedForm(definition: Definition, place: string, body: unknown): LogicForm {
  return isFormula(place)
    ? { formula: formulaView(definition, typedFormula(definition, body, 'everywhere'), 'everywhere') }
    : { condition: conditionView(definition, typedCondition(definition, conditionName, body), 'everywhere') };
}

function readLogicOf(
  definition: Definition,
  place: string,
  body: unknown,
): { ok: true; logic: Logic | undefined } | { ok: false; errors: FormError[] } {
  const found = logicAt(definition, place);
  const before = found.found ? found.logic : undefined;
  return isFormula(place)
    ? formulaOf(definition, typedFormula(definition, body, 'everywhere'), before ?? 0)
    : logicOf(definition, typedCondition(definition, conditionName, body), before);
}

const owners: Record<string, string> = {
  attachments: 'prilohy',
  rules: 'pravidla',
  visit: 'navsteva',
  fee: 'poplatek',
};

/** The part of the agenda a place belongs to. */
function partOf(place: string): string {
  return owners[place.split('.')[0] ?? ''] ?? 'poplatek';
}
