import type { Child } from "hono/jsx";
import type { Site } from "../settings/site-settings.ts";

/**
 * The pages' own words, which are English whatever the language of the site: said so, a screen reader pronounces them
 * well, and their full stop stays at their end on a page that runs from right to left.
 */
export function English({ site, children }: { site: Site; children?: Child }) {
  if (/^en\b/i.test(site.language)) return <>{children}</>;
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
