import { setTimeout as wait } from "node:timers/promises";
import { createGuardedFetch } from "../../network/guarded-fetch.ts";
import { print } from "../../terminal/terminal.ts";
import type { DoctorTools } from "./run-doctor.ts";

/** Returns the real network, clock, terminal and CI system. */
export function openTools(): DoctorTools {
  const network = { ...createGuardedFetch(), wait: (milliseconds: number) => wait(milliseconds), now: Date.now };
  const { GITHUB_STEP_SUMMARY: summaryFile, GITHUB_WORKSPACE: workspace } = process.env;
  return { network, print, summaryFile, workspace: workspace || process.cwd() };
}
