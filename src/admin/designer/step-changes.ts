import type { RequestHandler } from 'express';
import type { Definition } from '../../core/form/definition.ts';
import { overLimit, type Edited } from '../../core/form/edit/edited.ts';
import { duplicateStep, moveStep, moveStepBefore } from '../../core/form/edit/steps.ts';
import type { Deps } from '../../deps.ts';
import { formBody, textParam } from '../../web/input.ts';
import { changing } from './change.ts';
import { designerPath, stepPath } from './paths.ts';
import { refusal } from './refusal-page.ts';
import { textAt } from './typed.ts';

type DesignerDeps = Pick<Deps, 'db' | 'now'>;

/** POST …/navrh/kroky/:step/presun: by one (`smer`), or in front of another step (`pred`, empty for the end). */
export function moveStepBy(deps: DesignerDeps): RequestHandler {
  const move = (definition: Definition, id: string, body: unknown): Edited => {
    const [direction, before] = [textAt(body, 'smer'), textAt(body, 'pred')];
    if (direction === 'nahoru') return moveStep(definition, { id, direction: 'up' });
    if (direction === 'dolu') return moveStep(definition, { id, direction: 'down' });
    if (textAt(body, 'kam') === '') return overLimit('Vyberte, kam se má krok přesunout.');
    return moveStepBefore(definition, { id, ...(before !== '' && { before }) });
  };
  return stepChange(deps, move, (slug, id) => `${designerPath(slug)}#polozka-${id}`);
}

/** POST …/navrh/kroky/:step/kopie */
export function copyStep(deps: DesignerDeps): RequestHandler {
  return stepChange(deps, duplicateStep, stepPath);
}

function stepChange(
  deps: DesignerDeps,
  operation: (definition: Definition, id: string, body: unknown) => Edited,
  next: (slug: string, id: string) => string,
): RequestHandler {
  return changing(deps, designing => {
    const { sketch, req } = designing;
    const id = textParam(req, 'step');
    return {
      operation: definition => operation(definition, id, formBody(req)),
      next: changed => next(sketch.slug, changed),
      back: designerPath(sketch.slug),
      refuse: refusal(designing, { back: designerPath(sketch.slug), now: deps.now() }),
    };
  });
}
