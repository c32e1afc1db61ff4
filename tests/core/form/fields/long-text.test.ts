import { fieldTable } from './table.ts';

fieldTable({
  type: 'longText',
  field: { maxLength: 2000 },
  accepts: [
    ['První.\r\n\r\nDruhý.\rTřetí.', 'První.\n\nDruhý.\nTřetí.', ['První.', '', 'Druhý.', 'Třetí.']],
    [' s mezerami ', 's mezerami', ['s mezerami']],
    ['x'.repeat(2000), 'x'.repeat(2000), ['x'.repeat(2000)]],
    // A line end counts once, whatever the browser sends.
    ['a\r\n'.repeat(999) + 'ab', 'a\n'.repeat(999) + 'ab', [...Array<string>(999).fill('a'), 'ab']],
  ],
  refuses: [
    ['x'.repeat(2001), 'Zkraťte text na nejvýš 2~000~znaků, teď jich má 2~001'],
    ['a\0b', 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst'],
    ['a\u2066b', 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst'],
  ],
});
