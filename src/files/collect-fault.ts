import { Failure } from "./failure.ts";

/** Runs `act`. A {@link Failure} is recorded as the fault of `path`, so that the caller can continue without that file. */
export function collectFault<T>(faults: Map<string, string>, path: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    faults.set(path, error.reason);
    return undefined;
  }
}
