/**
 * Exit codes of every command: `problems` if it found some or could not do its work, `usage` for arguments that cannot be right, whatever
 * the files contain.
 */
export const exitCodes = { ok: 0, problems: 1, usage: 2 } as const;
