import type { Site } from "../settings/site-settings.ts";
import { English } from "./english.tsx";
import { layout } from "./layout.tsx";

/** Renders the page of an error. */
export function errorPage(
  site: Site,
  { status, title, message }: { status: 404 | 405 | 410 | 500 | 503; title: string; message: string },
): string {
  return layout(
    site,
    { kind: "error", title, description: "" },
    <>
      <p class="kicker">{status}</p>
      <h1>
        <English site={site}>{title}</English>
      </h1>
      <p>
        <English site={site}>{message}</English>
      </p>
      <p>
        <a href={`${site.url}/`} rel="home">
          <English site={site}>Back to the front page</English>
        </a>
      </p>
    </>,
  );
}
