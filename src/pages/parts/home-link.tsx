import type { Site } from "../../settings/site-settings.ts";
import { Word } from "./word.tsx";

/** Renders the link to the front page. */
export function HomeLink({ site }: { readonly site: Site }) {
  return (
    <p>
      <a href={`${site.url}/`} rel="home">
        <Word site={site} of="frontPage" />
      </a>
    </p>
  );
}
