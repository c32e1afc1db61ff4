import type { QuestionType } from './definition.ts';

/** What a person typed in one field: a line, the ticked options, or the parts of a date or an address. */
export type Entry = string | string[] | Record<string, string>;
/** What a draft keeps, per field id. Parsing is done anew every time, so that nothing typed is ever lost. */
export type Entries = Record<string, Entry>;

/** `zip` is five digits. */
interface Address {
  street: string;
  city: string;
  zip: string;
}

/** What an answer of each field type is, once it has been read; strings are normalised. */
export interface ValueOf {
  text: string;
  longText: string;
  /** In the unit the field names. */
  number: number;
  /** Kč. */
  money: number;
  /** YYYY-MM-DD. */
  date: string;
  yesNo: boolean;
  oneOf: string;
  severalOf: string[];
  email: string;
  /** E.164, e.g. +420495707111. */
  phone: string;
  address: Address;
  /** Nine or ten digits, no slash. */
  birthNumber: string;
  /** Eight digits. */
  ico: string;
  /** [prefix-]number/code. */
  bankAccount: string;
  /** Seven characters, lower case. */
  dataBox: string;
  /** Upper case, no spaces. */
  licencePlate: string;
  declaration: true;
}

export type Value = ValueOf[QuestionType];
/** Per field id; only what is relevant and valid. */
export type Answers = Record<string, Value>;
