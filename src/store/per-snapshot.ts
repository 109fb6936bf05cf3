import type { FrontEdition } from "../model/snapshot.ts";

/** Makes something once for each edition, and lets go of it with the edition. */
export function perEdition<Value>(create: (edition: FrontEdition) => Value): (edition: FrontEdition) => Value {
  const known = new WeakMap<FrontEdition, Value>();
  return (edition) => {
    if (!known.has(edition)) known.set(edition, create(edition));
    return known.get(edition) as Value;
  };
}
