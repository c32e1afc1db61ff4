import { accountOf } from '../../core/actor.ts';
import { framesOurPages } from '../../web/framing.ts';
import type { FormError } from '../../web/input.ts';
import { outlineOf, type Where } from './outline.ts';
import { designerPath } from './paths.ts';
import type { Designing } from './with-sketch.ts';

interface Page {
  /** In views/admin/designer. */
  template: string;
  where: Where;
  /** The step whose preview stands beside; none by default. */
  preview?: string | undefined;
  now: Temporal.Instant;
  errors?: FormError[];
  view: object;
}

/** A page of the designer: outline, what is edited, and the citizen's view of the step. */
export function renderDesigner({ sketch, req, res }: Designing, page: Page): void {
  const { slug, definition, revision, number } = sketch;
  framesOurPages(res);
  res.render(`admin/designer/${page.template}.njk`, {
    section: 'sprava',
    agenda: { slug, title: definition.title, number, href: `/sprava/agendy/${slug}?verze=${number}` },
    base: designerPath(slug),
    revision,
    outline: outlineOf(slug, definition, page.where),
    ...(page.preview !== undefined && { previewHref: designerPath(slug, 'nahled', page.preview) }),
    alsoEditing: alsoEditing(sketch, req, page.now),
    errors: page.errors ?? [],
    error: Object.fromEntries((page.errors ?? []).map(({ field, message }) => [field, message])),
    ...page.view,
  });
}

const recently = Temporal.Duration.from({ minutes: 10 });

/** Somebody else who has saved this agenda in the last minutes, so that two do not work against each other unawares. */
function alsoEditing(
  { editedBy }: Designing['sketch'],
  { actor }: Designing['req'],
  now: Temporal.Instant,
): string | undefined {
  // By the account: two people may be called the same.
  if (editedBy === null || editedBy.accountId === accountOf(actor)) return undefined;
  return Temporal.Instant.compare(editedBy.at.add(recently), now) > 0 ? editedBy.name : undefined;
}
