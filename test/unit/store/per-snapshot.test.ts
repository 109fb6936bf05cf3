import { expect, it } from "vitest";
import { perEdition } from "../../../src/store/per-snapshot.ts";
import { editionAt } from "../../../src/store/snapshot-at.ts";
import { sampleSite } from "../../samples.ts";

const editionOf = () => editionAt({ entries: [], development: false, site: sampleSite }, 0);

it("perEdition() makes one for each edition, and one for each use", () => {
  let made = 0;
  const count = perEdition(() => ++made);
  const [one, other] = [editionOf(), editionOf()];
  expect([one, one, other, one, other].map(count)).toEqual([1, 1, 2, 1, 2]);
  expect(perEdition(() => undefined)(one)).toBeUndefined();
});
