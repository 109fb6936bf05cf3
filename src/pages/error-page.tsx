import type { Site } from "../settings/site-settings.ts";
import { layout } from "./layout.tsx";
import { HomeLink } from "./parts/home-link.tsx";
import { InWords } from "./parts/word.tsx";

/** Renders the page of an error. */
export function errorPage(site: Site, { status }: { status: 404 | 405 | 410 | 500 | 503 }): string {
  const { title, message } = site.words.errors[status];
  return layout(
    site,
    { kind: "error", title, description: "" },
    <>
      <p class="kicker">{status}</p>
      <h1>
        <InWords site={site} of="errors">
          {title}
        </InWords>
      </h1>
      <p>
        <InWords site={site} of="errors">
          {message}
        </InWords>
      </p>
      <HomeLink site={site} />
    </>,
  );
}
