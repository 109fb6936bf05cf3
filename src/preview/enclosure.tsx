import type { Entry } from "../content/entry.ts";
import type { Site } from "../site.ts";

/** A link to the file that comes with an entry, with its type and size. */
export function Enclosure({ site, file }: { site: Site; file: NonNullable<Entry["enclosure"]> }) {
  const size = file.length === 0 ? "" : `, ${formatSize(file.length, site)}`;
  return (
    <p class="enclosure">
      <a href={file.url} type={file.type}>
        {file.title ?? fileName(file.url)}
      </a>{" "}
      <span dir="ltr">{`${file.type}${size}`}</span>
    </p>
  );
}

function formatSize(bytes: number, site: Site): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(site.language, { style: "unit", unit, maximumSignificantDigits: 2 }).format(value);
}

function fileName(url: string): string {
  const name = new URL(url).pathname.split("/").pop();
  return name === undefined || name === "" ? url : name;
}
