import type { Edition } from "./edition.ts";

/** Makes something once for each edition, and lets go of it with the edition. */
export function perEdition<Value>(create: (edition: Edition) => Value): (edition: Edition) => Value {
  const known = new WeakMap<Edition, Value>();
  return (edition) => {
    if (!known.has(edition)) known.set(edition, create(edition));
    return known.get(edition) as Value;
  };
}
