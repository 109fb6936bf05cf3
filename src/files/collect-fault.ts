import { Failure } from "./failure.ts";

/** Runs `act`. A {@link Failure} becomes the reason why the thing at `path` cannot be used; the rest goes on without it. */
export function collectFault<T>(faults: Map<string, string>, path: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    faults.set(path, error.reason);
    return undefined;
  }
}
