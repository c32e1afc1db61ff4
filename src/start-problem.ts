/**
 * Why the portal cannot start, as one line for the person who started it: what is wrong and what to do about it.
 * Everything else that is thrown during the start is a defect and keeps its own message.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
