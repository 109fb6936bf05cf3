/** Rules with the severity of breaking them and the remedy, a sentence without its full stop. A note is an information of the validator. */
export type RuleTable = Readonly<Record<string, readonly [severity: "error" | "warning" | "note", remedy: string]>>;
