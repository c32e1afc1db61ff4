import type { Definition, Logic } from '../../../core/form/definition.ts';

/** What stands at a place of an agenda that `settingsParts` name: a condition of a row, or the formula of the fee. */
export type LogicAt = { found: true; logic: Logic | undefined } | { found: false };

/** Reads the logic at a place such as "visit.bring.2.when". Anything else is not found, whatever was asked for. */
export function logicAt(definition: Definition, place: string): LogicAt {
  const owner = ownerOf(definition, place);
  return owner === undefined ? { found: false } : { found: true, logic: owner.item[owner.property] };
}

/** The agenda with other logic at the place; nothing when there is no such place (any more). */
export function withLogicAt(definition: Definition, place: string, logic: Logic | undefined): Definition | undefined {
  const copy = structuredClone(definition);
  const owner = ownerOf(copy, place);
  if (owner === undefined) return undefined;
  // A rule holds by something, and a formula gives something; a condition may be gone altogether.
  if (logic !== undefined) owner.item[owner.property] = logic;
  else if (owner.property === 'when') delete owner.item.when;
  else owner.item[owner.property] = owner.property === 'holds' ? true : 0;
  return copy;
}

type Owner = { item: Record<string, Logic | undefined>; property: string };

function ownerOf(definition: Definition, place: string): Owner | undefined {
  const { attachments, rules, visit, fee } = definition;
  const rows = fee.charge?.by === 'table' ? fee.charge.rows : [];
  const lists: Record<string, { items: object[]; properties: string[] }> = {
    attachments: { items: attachments, properties: ['when'] },
    rules: { items: rules, properties: ['when', 'holds'] },
    'visit.bring': { items: visit.bring, properties: ['when'] },
    'fee.charge.rows': { items: rows, properties: ['when'] },
  };
  if (place === 'fee.charge.crowns' && fee.charge?.by === 'formula') {
    return { item: fee.charge as unknown as Owner['item'], property: 'crowns' };
  }
  const [, name = '', index = '', property = ''] = /^([a-z.]+)\.(\d{1,3})\.([a-z]+)$/.exec(place) ?? [];
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  const item = list?.items[Number(index)];
  if (!list || !item || !list.properties.includes(property)) return undefined;
  return { item: item as Owner['item'], property };
}
