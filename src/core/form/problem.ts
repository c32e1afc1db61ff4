/** `path` says where, e.g. "steps[1].fields[0].when"; `message` is Czech and says what is wrong. */
export interface Problem {
  path: string;
  message: string;
}
