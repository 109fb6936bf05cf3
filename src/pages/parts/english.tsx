import type { Child } from "hono/jsx";
import { isEnglish } from "../../base/language/canonical-language.ts";
import type { Site } from "../../settings/site-settings.ts";

/**
 * Marks a text as English on a site in another language. Screen readers then pronounce it correctly, and its full stop stays at the end
 * on a page with text from right to left.
 */
export function English({ site, children }: { site: Site; children?: Child }) {
  if (isEnglish(site.language)) return <>{children}</>;
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
