import type { CheerioAPI } from 'cheerio';

export type Fields = [name: string, value: string][];

/** What the first form at a selector holds, as a browser would send it without its buttons. */
export function heldIn($: CheerioAPI, form: string): Fields {
  const held: Fields = [];
  $(form)
    .first()
    .find('input[name], textarea[name], select[name]')
    .each((_index, element) => {
      const input = $(element);
      const name = input.attr('name') ?? '';
      const type = input.attr('type');
      if (type === 'file' || type === 'submit' || input.is('[disabled]')) return;
      if ((type === 'checkbox' || type === 'radio') && !input.is('[checked]')) return;
      // Of an option in a group, cheerio does not see that it is selected.
      const chosen = input.find('option[selected]');
      const value = chosen.length > 0 ? chosen.last().val() : input.val();
      held.push([name, typeof value === 'string' ? value : (input.attr('value') ?? '')]);
    });
  return held;
}
