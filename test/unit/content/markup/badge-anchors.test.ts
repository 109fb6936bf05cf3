import { describe, expect, it } from "vitest";
import { badgeAnchors } from "../../../../src/content/markup/badge-anchors.ts";

const badge = '<Badge type="warning" text="beta" />';
const span = "<span data-badge>a &amp; b</span>";

describe("badgeAnchors()", () => {
  it.each([
    [`## The core ${badge}`, { "the-core": "the-core-beta" }],
    [`## The core ${span} ##`, { "the-core": "the-core-a--b" }],
    [`> The core ${badge}\n> ---`, { "the-core": "the-core-beta" }],
    [`## Core ${badge}\n\n## Core ${badge}`, { core: "core-beta", "core-1": "core-beta-1" }],
    [`## Core\n\n## Core ${badge}`, {}],
    [`## Core ${badge} {#own}`, { core: "own" }],
    [`## Core ${badge} {- #sec:own}`, { core: "sec:own" }],
    [`## Core ${badge} [#own]`, { core: "own" }],
    [`Core ${badge}\n\nText`, {}],
    [`\`\`\`\n## Core ${badge}\n\`\`\``, {}],
    ["## Core", {}],
  ])("returns the anchors of headings with badges in %j", (text, anchors) => {
    expect(badgeAnchors(text, false)).toEqual(anchors);
  });
});
