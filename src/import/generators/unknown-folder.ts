import { markupOf } from "../../model/markup-of.ts";
import { isOfRepository } from "./content-file.ts";
import { planMedia } from "./media-folder.ts";
import type { Generator } from "./old-site.ts";

/** A folder of articles without a known generator: they are posts at the addresses of our settings. */
export const unknownFolder: Generator = {
  name: "an unknown generator",
  open: () => ({
    settings: {},
    notes: [],
    plan({ path }) {
      if (/(?:^|\/)[._](?!(?:posts|drafts)\/)/.test(path)) return undefined;
      if (/\.(?:adoc|asciidoc|org|rst|textile)$/i.test(path)) return { kind: "left out", what: "texts that are not Markdown or HTML" };
      if (markupOf(path) === undefined) return planMedia(path, [{ from: "", to: "" }]);
      return isOfRepository(path) ? undefined : { kind: "post", target: path };
    },
  }),
};
