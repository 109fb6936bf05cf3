import { closeSync, openSync } from "node:fs";

/** Runs `act` without the rights of root, which can read every file. Load its imports before. */
export async function asOrdinaryUser<T>(act: () => T | Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

/** False for root in a folder that others may not enter: there, an ordinary user cannot read the project, either. */
export const canOthersReadProject: boolean = await asOrdinaryUser(() => {
  try {
    closeSync(openSync(import.meta.filename, "r"));
    return true;
  } catch {
    return false;
  }
});
