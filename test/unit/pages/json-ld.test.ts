import { describe, expect, it } from "vitest";
import { jsonLd } from "../../../src/pages/json-ld.ts";

describe("jsonLd()", () => {
  it.each(["</script>", "<!--", "<script", "\u2028\u2029", '"\\', "plain"])("is safe inside a script element: %j", (name) => {
    const text = jsonLd({ name });
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({ "@context": "https://schema.org", name });
  });
});
