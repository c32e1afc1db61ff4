import { attachmentFormats, type AttachmentSlot, type Definition } from '../../../core/form/definition.ts';
import { newId } from '../../../core/form/edit/new-id.ts';
import {
  choicesOf,
  numberOf,
  optionalText,
  questions,
  rowsOf,
  rowsWith,
  textOf,
  typed,
  type ConditionPlace,
  type SettingsPart,
} from './part.ts';

/** Files that go with a filing. */
export const attachments: SettingsPart = {
  id: 'prilohy',
  fields: () =>
    questions({
      type: 'group',
      id: 'attachments',
      label: 'Přílohy',
      hint: 'Vyžadujte jen to, co si úřad nemůže zjistit sám. Kdy je která potřeba, nastavíte po uložení pod seznamem.',
      rowLabel: 'Příloha',
      max: 20,
      fields: [
        { type: 'text', id: 'label', label: 'Název', hint: 'Třeba Plánek místa.', maxLength: 300, required: false },
        {
          type: 'text',
          id: 'hint',
          label: 'Nápověda',
          hint: 'Co má být vidět a\u00a0co stačí, třeba čitelná fotka.',
          maxLength: 300,
          required: false,
        },
        { type: 'yesNo', id: 'required', label: 'Je povinná?', required: false },
        {
          type: 'severalOf',
          id: 'formats',
          label: 'Jaké soubory přijmeme',
          required: false,
          options: attachmentFormats.map(format => ({ value: format, label: format.toUpperCase() })),
        },
        { type: 'number', id: 'maxMegabytes', label: 'Nejvýš', unit: 'MB', min: 1, max: 100, required: false },
        { type: 'number', id: 'maxFiles', label: 'Kolik souborů', min: 1, max: 20, required: false },
      ],
    }),
  toEntries: sketch => ({
    attachments: sketch.attachments.map(({ label, hint, required, formats, maxMegabytes, maxFiles }) => ({
      label,
      hint: typed(hint),
      required: typed(required),
      formats,
      maxMegabytes: typed(maxMegabytes),
      maxFiles: typed(maxFiles),
    })),
  }),
  apply: (sketch, answers, origin): Definition => {
    const slots: AttachmentSlot[] = [];
    rowsWith(rowsOf(answers, 'attachments'), sketch.attachments, origin('attachments')).forEach(({ row, before }) => {
      const label = textOf(row, 'label');
      const chosen = attachmentFormats.filter(format => choicesOf(row, 'formats').includes(format));
      slots.push({
        id: before?.id ?? newId({ ...sketch, attachments: [...sketch.attachments, ...slots] }, label, 'priloha'),
        label,
        ...optionalText(row, 'hint'),
        required: row.required !== false,
        ...(before?.when !== undefined && { when: before.when }),
        formats: chosen.length > 0 ? chosen : ['pdf', 'jpg', 'png'],
        maxMegabytes: numberOf(row, 'maxMegabytes') ?? 10,
        maxFiles: numberOf(row, 'maxFiles') ?? 1,
      });
    });
    return { ...sketch, attachments: slots };
  },
  conditions: (sketch): ConditionPlace[] =>
    sketch.attachments.map(({ label, when }, index) => ({ place: `attachments.${index}.when`, label, when })),
};
