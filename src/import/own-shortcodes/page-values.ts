import mime from "mime";
import { encodePath } from "../../base/canonical-url.ts";
import { baseName, folderOf } from "../../base/file-path.ts";
import { compileGlob } from "../configuration/glob.ts";
import { GoMap, type GoMethod, GoObject, type GoValue, goValueOf, SafeText, textOf } from "../go-templates/go-value.ts";
import { UnknownValueError } from "../site-rules/template-engine.ts";
import { unknownAttribute } from "./place-result.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** A page whose shortcodes run. */
export interface ShortcodePage {
  readonly path: string;
  readonly language: string;
  /** Its front matter with the types of its syntax. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The place of its file below the folder of content. */
  readonly place: string;
  /** The paths of the files of its bundle, with their names in the bundle; undefined if their names are unknown. */
  readonly resources: readonly PageResource[] | undefined;
}

/** A file that a template can name. */
export interface PageResource {
  readonly name: string;
  /** The reference with which the text leads to it. */
  readonly reference: string;
}

/** Returns the page as templates see it. @param site the value of `.Site` */
export function pageValue({ language, parameters, place, resources }: ShortcodePage, site: GoObject): GoObject {
  const values = goValueOf(parameters);
  const params = values instanceof GoMap ? values : new GoMap([]);
  const ofSite = () => site.get("Params");
  const page: GoObject = new GoObject({
    Title: () => params.get("title") ?? "",
    LinkTitle: () => params.get("linktitle") ?? params.get("title") ?? "",
    Description: () => params.get("description") ?? "",
    Params: () => params,
    Param:
      () =>
      (key = null) =>
        params.get(textOf(key)) ?? parameterOf(ofSite(), textOf(key)),
    Lang: () => language,
    Site: () => site,
    Page: () => page,
    File: () => fileValue(place),
    Resources: () => resourcesValue(resources),
    RenderString: () => renderString,
  });
  return page;
}

function parameterOf(params: GoValue, key: string): GoValue {
  if (!(params instanceof GoMap) || key.includes(".")) throw new UnknownValueError(key);
  return params.get(key);
}

function fileValue(place: string): GoObject {
  const folder = folderOf(place);
  return new GoObject({
    Path: () => place,
    Dir: () => (folder === "" ? "" : `${folder}/`),
    LogicalName: () => baseName(place),
  });
}

// `.RenderString (dict "display" "block") .Inner`
const renderString: GoMethod = (first = null, second) => {
  const display = first instanceof GoMap ? textOf(first.get("display")) : "inline";
  return new SafeText("html", renderMarkdown(textOf(second ?? first), display === "block"));
};

function resourcesValue(resources: readonly PageResource[] | undefined): GoObject {
  const all = () => {
    if (resources === undefined) throw new UnknownValueError("the resources of the page");
    return resources;
  };
  const matching: GoMethod = (pattern = null) => {
    const glob = compileGlob(textOf(pattern).toLowerCase().replace(/^\//, ""));
    return all()
      .filter(({ name }) => glob.test(name.toLowerCase()))
      .map(resourceValue);
  };
  const firstOf = (list: GoValue) => (Array.isArray(list) ? (list[0] ?? null) : null);
  return new GoObject({
    Get:
      () =>
      (name = null) =>
        resourceNamed(all(), textOf(name)),
    GetMatch:
      () =>
      (pattern = null) =>
        firstOf(matching(pattern)),
    Match: () => matching,
    ByType:
      () =>
      (type = null) =>
        all()
          .filter(({ name }) => typeOf(name).split("/")[0] === textOf(type))
          .map(resourceValue),
  });
}

/** Returns the resource with a name, regardless of its case; nil for an unknown name. */
export function resourceNamed(resources: readonly PageResource[], name: string): GoValue {
  const wanted = name.toLowerCase().replace(/^(?:\.?\/)+/, "");
  const found = resources.find((each) => each.name.toLowerCase() === wanted);
  return found === undefined ? null : resourceValue(found);
}

function typeOf(name: string): string {
  return mime.getType(name) ?? "application/octet-stream";
}

// A processed picture is the original file here. Its size is unknown.
function resourceValue({ name, reference }: PageResource): GoObject {
  const type = typeOf(name);
  const address = () => encodePath(reference);
  const unknownSize = () => new SafeText("attribute", unknownAttribute);
  const same: GoMethod = () => resource;
  const isPicture = type.startsWith("image/");
  const resource: GoObject = new GoObject({
    Name: () => name,
    Title: () => name,
    RelPermalink: address,
    Permalink: address,
    ResourceType: () => type.split("/")[0] ?? "",
    MediaType: () =>
      new GoObject({ Type: () => type, MainType: () => type.split("/")[0] ?? "", SubType: () => type.split("/")[1]?.split("+")[0] ?? "" }),
    ...(isPicture && {
      ...{ Width: unknownSize, Height: unknownSize },
      ...Object.fromEntries(["Resize", "Fit", "Fill", "Crop", "Process", "Filter"].map((method) => [method, () => same])),
    }),
  });
  return resource;
}
