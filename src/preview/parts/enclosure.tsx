import type { Entry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";

type File = NonNullable<Entry["enclosure"]>;

/** Renders the enclosure of an entry: a link with its type, size and duration, and a player for a recording. */
export function Enclosure({ site, file }: { site: Site; file: File }) {
  const name = file.title ?? fileName(file.url);
  return (
    <div class="enclosure">
      <Player file={file} name={name} />
      <p>
        <a href={file.url} type={file.type}>
          {name}
        </a>{" "}
        <span dir="ltr">
          {file.type}
          {file.length > 0 && (
            <>
              {", "}
              <bdi>{formatSize(file.length, site)}</bdi>
            </>
          )}
          {file.duration !== undefined && (
            <>
              {", "}
              <time datetime={`PT${file.duration}S`}>{formatDuration(file.duration)}</time>
            </>
          )}
        </span>
      </p>
    </div>
  );
}

// The recording is not fetched before playback.
function Player({ file: { type, url }, name }: { file: File; name: string }) {
  const medium = /^(?:audio|video)(?=\/)/.exec(type.toLowerCase())?.[0];
  // biome-ignore lint/a11y/useMediaCaption: an enclosure has no captions; the article is its text
  if (medium === "audio") return <audio controls preload="none" src={url} aria-label={name} />;
  // biome-ignore lint/a11y/useMediaCaption: as above
  return medium === "video" ? <video controls preload="none" src={url} aria-label={name} /> : null;
}

// 1:02:03, and 0:00:07, so that minutes are not mistaken for hours.
function formatDuration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [Math.floor(minutes / 60), twoDigits(minutes % 60), twoDigits(rest)].join(":");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function formatSize(bytes: number, site: Site): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(site.language, { style: "unit", unit, maximumSignificantDigits: 2 }).format(value);
}

function fileName(url: string): string {
  const name = new URL(url).pathname.split("/").pop();
  return name === undefined || name === "" ? url : name;
}
