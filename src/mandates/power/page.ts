import type { Request, RequestHandler, Response } from 'express';
import { acceptedTypes, formatNames } from '../../attachments/formats.ts';
import { uploadMessage } from '../../attachments/problems.ts';
import { receiveForm, type ReceivedForm } from '../../attachments/receive-form.ts';
import type { Citizen } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { FieldState } from '../../core/form/field-state.ts';
import type { AppDeps } from '../../deps.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError } from '../../web/input.ts';
import { createLimiter } from '../../web/limits.ts';
import { chosenSide, managedBy } from '../managed.ts';
import { offeredAgendas } from '../terms/offered.ts';
import { blankTerms, readTerms, type TypedTerms } from '../terms/read-terms.ts';
import { bringPower } from './bring.ts';
import { powerSlot } from './slot.ts';
import { blankBirth, readPrincipal } from './typed-principal.ts';

interface PowerPage {
  show: RequestHandler;
  bring: RequestHandler;
}

/** /ucet/zmocneni/plna-moc: the agent brings a power of attorney that was signed on paper. */
export function powerPage(deps: AppDeps): PowerPage {
  const { pool, config } = deps;
  const limiter = createLimiter({ pool, name: 'power-account', attempts: config.rates.messagesPerAddress });
  return {
    show: async (req, res) => {
      const jmenem = req.actingFor?.membership?.organisationId ?? '';
      const typed = blankTerms(dayInPrague(deps.now()));
      await render(req, res, { typed, birth: blankBirth, form: { jmenem } });
    },
    bring: async (req, res) => {
      const received = await receiveForm(req, res, { deps, slots: [powerSlot] });
      const [file] = received.files;
      const read = await readAll(req, citizenOf(req));
      const errors = [...read.errors, ...fileErrors(received)];
      if (errors.length > 0 || !read.complete || !file) {
        await forget(received);
        await render(req, res, { ...read, errors });
        return;
      }
      const actor = citizenOf(req);
      await limiter.spend(actor.accountId);
      const result = await bringPower(deps, { actor, ...read.complete, file: file.file });
      if (result === 'noCase') {
        const message = 'Takové podání nemáme. Zkontrolujte značku';
        await render(req, res, { ...read, errors: [{ field: 'znacka', message }] });
        return;
      }
      req.session.notice =
        'Plnou moc jsme přijali ke kontrole. Jednat můžete, až ji úřad uzná. Dáme vám vědět e-mailem.';
      res.redirect(303, `/ucet/zmocneni/${result.id}`);
    },
  };

  async function readAll(req: Request, actor: Citizen) {
    const form = formBody(req);
    const today = dayInPrague(deps.now());
    const terms = readTerms(form, { today, offered: await offeredAgendas(deps) });
    const principal = readPrincipal(form, today);
    const agent = chosenSide(actor, form['jmenem']);
    const errors = [
      ...(agent ? [] : [{ field: 'jmenem', message: 'Vyberte, kdo podle plné moci jedná' }]),
      ...('errors' in principal ? principal.errors : []),
      ...('errors' in terms ? terms.errors : []),
    ];
    const complete =
      agent && 'principal' in principal && 'terms' in terms
        ? { agent, principal: principal.principal, terms: terms.terms }
        : null;
    return { form, typed: terms.typed, birth: principal.birth, errors, complete };
  }

  async function forget({ files }: ReceivedForm): Promise<void> {
    for (const { file } of files) await deps.files.remove(file.storageKey);
  }

  async function render(req: Request, res: Response, { typed, birth, form, errors = [] }: Shown): Promise<void> {
    const actor = citizenOf(req);
    res.status(errors.length > 0 ? 400 : 200).render('mandates/power.njk', {
      ...formView(form, errors),
      ...{ typed, birth },
      organisations: managedBy(actor).map(({ id, name }) => ({ value: id, label: name })),
      ownName: actor.name,
      offered: await offeredAgendas(deps),
      upload: { accept: acceptedTypes(powerSlot.formats), limits },
    });
  }
}

const limits = `${formatNames(powerSlot.formats)}, nejvýš ${powerSlot.maxMegabytes}\u00a0MB.`;

interface Shown {
  typed: TypedTerms;
  birth: FieldState;
  form: Record<string, unknown>;
  errors?: FormError[];
}

function fileErrors({ files, problems }: ReceivedForm): FormError[] {
  const [problem] = problems;
  if (problem) return [{ field: powerSlot.id, message: uploadMessage(problem.problem, powerSlot) }];
  return files.length > 0 ? [] : [{ field: powerSlot.id, message: 'Vyberte soubor s\u00a0plnou mocí' }];
}
