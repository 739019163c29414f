/** The questions a command may ask. Every one needs a terminal; `flag` names what would have answered without one. */
export interface Prompts {
  /** Yes or no; no is the default. @throws CliError `input_needed` without a terminal */
  confirm(question: string, flag: string): Promise<boolean>;
  /** One line. */
  input(question: string, flag: string): Promise<string>;
  /** One line that is not shown. */
  secret(question: string, flag: string): Promise<string>;
  /** One of a list. */
  select(
    question: string,
    choices: readonly { name: string; value: string }[],
    flag: string,
  ): Promise<string>;
}
