/**
 * `path` says where in the document, e.g. "steps[1].fields[0].when", `label` the same in the words of the form;
 * `message` is a Czech sentence and says what is wrong or what to do.
 */
export interface Problem {
  path: string;
  label?: string;
  message: string;
}
