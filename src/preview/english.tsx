import type { Child } from "hono/jsx";
import type { Site } from "../settings/site-settings.ts";

/**
 * Marks the pages' own words as English, whatever the language of the site. Screen readers then pronounce them correctly,
 * and their full stop stays at the end on a page with text from right to left.
 */
export function English({ site, children }: { site: Site; children?: Child }) {
  if (/^en\b/i.test(site.language)) return <>{children}</>;
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
