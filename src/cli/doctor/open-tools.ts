import { setTimeout as wait } from "node:timers/promises";
import { createGuardedFetch } from "../../network/guarded-fetch.ts";
import { complain, print } from "../../terminal/terminal.ts";
import type { DoctorTools } from "./run-doctor.ts";

/** Returns the real network, clock, terminal and CI system. @param help the last line about wrong arguments */
export function openTools(help: string): DoctorTools {
  const network = { ...createGuardedFetch(), wait: (milliseconds: number) => wait(milliseconds), now: Date.now };
  const { GITHUB_STEP_SUMMARY: summaryFile, GITHUB_WORKSPACE: workspace } = process.env;
  return { network, print, complain, help, summaryFile, workspace: workspace || process.cwd() };
}
