import { addressOf, labelOf, optionsOf, pictureOf, withoutOptions } from "../lines/directive-options.ts";
import { groupEnd, groupStart } from "../lines/group-marks.ts";
import { figureMark } from "../lines/guard.ts";
import { type Block, blankLines, type FenceContext, isBlank } from "./fence-block.ts";

/**
 * Converts `{figure} a.png` and `{image} a.png` to a picture and its caption. {@link convertNumberedFigures} reads the marks: two of them
 * before a caption, three before a caption with a legend, after which the group ends.
 */
export function pictureLines({ argument, content, prefix }: Block, { hasLabels = false }: FenceContext): readonly string[] {
  const options = optionsOf(content);
  const caption = withoutOptions(content);
  const isLegend = hasLabels && hasLegend(caption);
  const mark = figureMark.repeat(isLegend ? 3 : isBlank(caption) ? 1 : 2);
  const picture = pictureOf(argument, options.get("alt")) + attributesOf(content);
  const target = options.get("target") ?? "";
  const written = target === "" ? picture : `[${picture}](${addressOf(target)})`;
  return [`${prefix}${mark}${written}`, ...caption, isLegend ? prefix + groupEnd : prefix.trimEnd()];
}

/** Converts `{figure-md} label`, and `{figure}` without a picture of its own, to a group of the pictures in it, whose last paragraph is the caption. */
export function figureGroup(block: Block, { hasLabels = false }: FenceContext): readonly string[] {
  const { argument, content, prefix } = block;
  const label = labelOf(content) ?? argument.trim();
  if (!hasLabels)
    return blankLines(block)
      .with(0, prefix.trimEnd())
      .toSpliced(1, content.length, ...withoutOptions(content));
  return [prefix + groupStart(/^[\w:.-]{1,100}$/.test(label) ? label : ""), ...withoutOptions(content), prefix + groupEnd];
}

function attributesOf(content: readonly string[]): string {
  const options = optionsOf(content);
  const label = labelOf(content) ?? "";
  const parts = [
    ...(/^[\w-][\w:.-]{0,100}$/.test(label) ? [`#${label}`] : []),
    ...["width", "height"].flatMap((name) => (/^\d{1,5}(?:px|%)?$/.test(options.get(name) ?? "") ? [`${name}=${options.get(name)}`] : [])),
  ];
  return parts.length === 0 ? "" : `{${parts.join(" ")}}`;
}

function hasLegend(caption: readonly string[]): boolean {
  const first = caption.findIndex((line) => !isBlank([line]));
  const end = caption.findIndex((line, index) => index > first && isBlank([line]));
  return first >= 0 && end >= 0 && !isBlank(caption.slice(end));
}
