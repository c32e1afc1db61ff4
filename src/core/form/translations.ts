import type { Definition, Field, Language } from './definition.ts';

/** One Czech text of an agenda, and the key its translations stand under. */
export interface TranslatableText {
  /** E.g. "title", "steps.dog.why", "fields.breed.label", "fields.sex.options.male.label". */
  key: string;
  czech: string;
}

/**
 * All texts an agenda shows to the public, in the order of the form. Not among them are texts for the office alone, citations
 * of Czech law, and what is sent in proceedings, which are held in Czech (§ 16 of act 500/2004).
 */
export function translatableTexts(definition: Definition): TranslatableText[] {
  const texts: TranslatableText[] = [];
  translate(definition, (key, czech) => {
    texts.push({ key, czech });
    return czech;
  });
  return texts;
}

/** The agenda in another language; where a translation is missing, the Czech text stays. */
export function localise(definition: Definition, language: Language): Definition {
  const texts = definition.translations[language] ?? {};
  return translate(definition, (key, czech) => (Object.hasOwn(texts, key) ? texts[key] : undefined) ?? czech);
}

/** Keys of translations that belong to no text of the agenda (any more). */
export function orphanTranslations(definition: Definition): string[] {
  const kept = Object.values(definition.translations).flatMap(texts => Object.keys(texts ?? {}));
  if (kept.length === 0) return [];
  const known = new Set(translatableTexts(definition).map(({ key }) => key));
  return [...new Set(kept)].filter(key => !known.has(key));
}

type Translate = (key: string, czech: string) => string;

/** The one walk through the texts: whoever lists them and whoever replaces them visits the same places. */
function translate(definition: Definition, say: Translate): Definition {
  const { whoMayFile, fee, visit } = definition;
  return {
    ...definition,
    ...some(definition, '', ['title', 'summary', 'duration'], say),
    whoMayFile: { ...whoMayFile, text: say('whoMayFile.text', whoMayFile.text) },
    prepare: definition.prepare.map((text, index) => say(`prepare.${index}`, text)),
    fee: {
      ...fee,
      ...some(fee, 'fee.', ['summary', 'note'], say),
      rows: fee.rows.map((row, index) => ({ ...row, ...some(row, `fee.rows.${index}.`, ['label', 'amount'], say) })),
      ...(fee.charge && { charge: translateCharge(fee.charge, say) }),
    },
    visit: {
      ...visit,
      text: say('visit.text', visit.text),
      bring: visit.bring.map((item, index) => ({ ...item, text: say(`visit.bring.${index}`, item.text) })),
    },
    steps: definition.steps.map(step => ({
      ...step,
      ...some(step, `steps.${step.id}.`, ['title', 'why'], say),
      fields: step.fields.map(field => translateField(field, say)),
    })),
    attachments: definition.attachments.map(slot => ({
      ...slot,
      ...some(slot, `attachments.${slot.id}.`, ['label', 'hint'], say),
    })),
    rules: definition.rules.map(rule => ({ ...rule, message: say(`rules.${rule.id}.message`, rule.message) })),
    law: definition.law.map((law, index) => ({ ...law, text: say(`law.${index}.text`, law.text) })),
    plan: definition.plan.map(step => ({ ...step, title: say(`plan.${step.id}.title`, step.title) })),
  };
}

type Charge = NonNullable<Definition['fee']['charge']>;

function translateCharge(charge: Charge, say: Translate): Charge {
  if (charge.by === 'formula') return charge;
  const rows = charge.rows.map((row, index) => ({ ...row, label: say(`fee.charge.rows.${index}.label`, row.label) }));
  return { ...charge, rows };
}

function translateField<F extends Field>(field: F, say: Translate): F {
  const key = `fields.${field.id}.`;
  return {
    ...field,
    ...some(field, key, ['label', 'hint', 'missing', 'text', 'reason', 'rowLabel', 'unit'], say),
    ...('options' in field && {
      options: field.options.map(option => ({
        ...option,
        ...some(option, `${key}options.${option.value}.`, ['label', 'hint'], say),
      })),
    }),
    ...('fields' in field && { fields: field.fields.map(inner => translateField(inner, say)) }),
  };
}

/** The named texts that are there. */
function some(owner: object, prefix: string, names: string[], say: Translate): Record<string, string> {
  return Object.fromEntries(
    Object.entries(owner).flatMap(([name, text]) =>
      names.includes(name) && typeof text === 'string' ? [[name, say(prefix + name, text)]] : [],
    ),
  );
}
