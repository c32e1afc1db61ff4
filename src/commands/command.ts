/** One of the operator's commands. It answers with what to print; what cannot be done is thrown as a StartProblem. */
export interface Command {
  /** As it is typed after `npm run portal --`; what varies stands in angle brackets. */
  usage: string;
  summary: string;
  run: (args: string[]) => Promise<string>;
}
