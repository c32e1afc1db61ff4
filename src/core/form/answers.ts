import type { QuestionType } from './definition.ts';

/** What a person typed in one field: a line, the ticked options, the parts of a date or an address, or rows of fields. */
export type Entry = string | string[] | Record<string, string> | Entries[];
/** What a draft keeps, per field id. Parsing is done anew every time, so that nothing typed is ever lost. */
export type Entries = { [field: string]: Entry };

/** `zip` is five digits. */
interface Address {
  street: string;
  city: string;
  zip: string;
}

/** `born` (YYYY-MM-DD) and `address` are there when the question asks for them. */
interface PersonAnswer {
  given: string;
  family: string;
  born?: string;
  address?: Address;
}

/** `ico` is eight digits; `address` is the seat, there when the question asks for it. */
interface OrganisationAnswer {
  name: string;
  ico: string;
  address?: Address;
}

/** `area` is the cadastral area; `parcel` reads "1234/5" or "st. 123". */
interface LandParcel {
  area: string;
  parcel: string;
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
  /** HH:MM, 24 hours. */
  time: string;
  yesNo: boolean;
  oneOf: string;
  severalOf: string[];
  email: string;
  /** E.164, e.g. +420495707111. */
  phone: string;
  address: Address;
  person: PersonAnswer;
  organisation: OrganisationAnswer;
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
  landParcel: LandParcel;
  declaration: true;
}

/** The answer to one question; a computed value is a number. */
export type SimpleValue = ValueOf[QuestionType];
/** One row of a repeating group, by the ids of its fields. */
export type RowAnswers = Record<string, SimpleValue>;
export type Value = SimpleValue | RowAnswers[];
/** Per field id; only what is relevant and valid. */
export type Answers = Record<string, Value>;
