import type { Request, Response } from 'express';
import { type LetterBlock, letterBlocks } from '../core/letters/markdown.ts';
import { type LetterStep, letterSteps, needsApproval } from '../core/letters/steps.ts';
import type { Deps } from '../deps.ts';
import { type FormError, queryText } from '../web/input.ts';
import { formKey } from '../web/kept-form.ts';
import type { Beginning } from './beginnings.ts';
import type { LetterCase } from './find-case.ts';
import type { FoundLetter } from './find-letter.ts';
import type { TypedLetter } from './form.ts';
import { fromList } from './from-list.ts';
import { officerOf } from '../web/officer-of.ts';

interface Shown {
  req: Request;
  res: Response;
  found: LetterCase;
  /** None of a letter that is yet to be saved. */
  letter?: FoundLetter;
  /** What a new letter can begin with. */
  beginnings?: Beginning[];
  /** Which of them it was begun with. */
  begun?: string | undefined;
  typed?: TypedLetter;
  errors?: FormError[];
  /** What a colleague has saved since this form was made. */
  theirs?: { title: string; text: string };
  /** Typed before the session was over. */
  isKept?: boolean;
  reason?: string;
}

interface LetterPage {
  section: 'urad';
  base: string;
  path: string;
  action: string;
  back: string;
  /** The list it was opened from. */
  from: string;
  reference: string;
  agenda: string;
  /** What a new letter can begin with. */
  beginnings: Beginning[];
  begun: string | null;
  letter: (FoundLetter & { steps: Partial<Record<LetterStep, boolean>>; needsApproval: boolean }) | null;
  version: number;
  typed: TypedLetter;
  errors: FormError[];
  error: Record<string, string>;
  blocks: LetterBlock[];
  theirs: { title: string; text: string } | null;
  isKept: boolean;
  reason: string;
  formKey: string;
}

export function renderLetter({ vault }: Pick<Deps, 'vault'>, shown: Shown): void {
  const { req, res, found, letter, beginnings = [], errors = [], theirs = null, isKept = false, reason = '' } = shown;
  const officer = officerOf(req);
  const base = `/urad/pripady/${found.reference}`;
  const path = letter ? `${base}/dopisy/${letter.id}` : `${base}/dopisy/novy`;
  const typed = shown.typed ?? {
    druh: letter?.kind ?? 'letter',
    nazev: letter?.title ?? '',
    text: letter?.text ?? '',
  };
  const page: LetterPage = {
    section: 'urad',
    base,
    path,
    action: `${path}${fromList(req)}`,
    back: `${base}${fromList(req)}`,
    from: queryText(req, 'z', 500),
    reference: found.reference,
    agenda: found.agenda,
    beginnings,
    begun: shown.begun ?? null,
    letter: letter
      ? {
          ...letter,
          steps: Object.fromEntries(letterSteps(letter, found.snapshot, officer).map(step => [step, true])),
          needsApproval: needsApproval(letter, found.snapshot),
        }
      : null,
    version: letter?.version ?? 0,
    typed,
    errors,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    blocks: letterBlocks(typed.text),
    theirs,
    isKept,
    reason,
    formKey: formKey(vault, { ownerId: officer.officerId, at: path }),
  };
  res.set('Cache-Control', 'no-store').render('letters/letter.njk', page);
}
