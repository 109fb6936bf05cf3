import { escapeOutput, isRawElement, kindOfAttribute, type OutputContext } from "./escape-output.ts";
import type { GoValue } from "./go-value.ts";
import { matchAt } from "./match-at.ts";

type State = "text" | "tag name" | "tag" | "before value" | "value" | "comment" | "raw";

/** Writes the text and the values of a template, and escapes each value for its place in the HTML (pkg.go.dev/html/template). */
export class HtmlWriter {
  #html = "";
  #state: State = "text";
  /** The name of the last tag, and of its last attribute. */
  #tag = "";
  #attribute = "";
  /** The quotation mark of a value; empty for one without. */
  #quote = "";
  /** The offset of the value of the attribute. */
  #valueStart = 0;

  get html(): string {
    return this.#html;
  }

  /** Writes text of the template. Comments are left out, as html/template does. */
  writeText(text: string): void {
    for (let at = 0; at < text.length; ) at = this.#step(text, at);
  }

  writeValue(value: GoValue): void {
    this.#html += escapeOutput(value, this.#context);
    if (this.#state === "before value") [this.#state, this.#quote, this.#valueStart] = ["value", "", this.#html.length];
  }

  get #context(): OutputContext {
    if (this.#state === "text") return { place: "text" };
    if (this.#state === "comment") return { place: "comment" };
    if (this.#state === "raw") return { place: "raw", element: this.#tag };
    if (this.#state === "tag" || this.#state === "tag name") return { place: this.#state };
    const written = this.#state === "value" ? this.#html.slice(this.#valueStart) : "";
    const isQuoted = this.#state === "value" && this.#quote !== "";
    return { place: "value", kind: kindOfAttribute(this.#attribute), written, isQuoted };
  }

  // Reads from an offset, and returns the next one.
  #step(text: string, at: number): number {
    switch (this.#state) {
      case "text":
        return this.#inText(text, at);
      case "comment":
        return this.#skipComment(text, at);
      case "raw":
        return this.#inRaw(text, at);
      case "tag name":
        return this.#copy(text, at, /[\w:-]*/y, "tag", (name) => {
          this.#tag += name.toLowerCase();
        });
      case "tag":
        return this.#inTag(text, at);
      case "before value":
        return this.#startValue(text, at);
      case "value":
        return this.#inValue(text, at);
    }
  }

  #inText(text: string, at: number): number {
    if (text.startsWith("<!--", at)) {
      this.#state = "comment";
      return at + 4;
    }
    const [start = ""] = matchAt(/<\/?(?=[a-z])/iy, text, at) ?? [];
    if (start !== "") {
      [this.#state, this.#tag] = ["tag name", start.slice(1)];
      return this.#append(start, at);
    }
    const next = text.indexOf("<", at + 1);
    return this.#append(text.slice(at, next < 0 ? text.length : next), at);
  }

  #skipComment(text: string, at: number): number {
    const end = text.indexOf("-->", at);
    if (end >= 0) this.#state = "text";
    return end < 0 ? text.length : end + 3;
  }

  #inRaw(text: string, at: number): number {
    const end = text.toLowerCase().indexOf(`</${this.#tag}`, at);
    if (end === at) this.#state = "text";
    return end === at ? at : this.#append(text.slice(at, end < 0 ? text.length : end), at);
  }

  #inTag(text: string, at: number): number {
    if (text[at] === ">") {
      this.#state = isRawElement(this.#tag) ? "raw" : "text";
      return this.#append(">", at);
    }
    const [name = ""] = matchAt(/[^\s=>/"']+/y, text, at) ?? [];
    if (name !== "") {
      this.#attribute = name.toLowerCase();
      return this.#append(name, at);
    }
    const [sign = text.charAt(at)] = matchAt(/=\s*/y, text, at) ?? [];
    if (sign.startsWith("=")) this.#state = "before value";
    return this.#append(sign, at);
  }

  #startValue(text: string, at: number): number {
    const sign = text.charAt(at);
    this.#quote = sign === '"' || sign === "'" ? sign : "";
    this.#state = "value";
    const next = this.#append(this.#quote, at);
    this.#valueStart = this.#html.length;
    return next;
  }

  #inValue(text: string, at: number): number {
    if (this.#quote === "") return this.#copy(text, at, /[^\s>]*/y, "tag");
    const end = text.indexOf(this.#quote, at);
    if (end < 0) return this.#append(text.slice(at), at);
    this.#state = "tag";
    this.#append(text.slice(at, end + 1), at);
    return end + 1;
  }

  // Copies what matches, and continues in the next state if the text goes on.
  #copy(text: string, at: number, pattern: RegExp, next: State, use: (copied: string) => void = () => {}): number {
    const [copied = ""] = matchAt(pattern, text, at) ?? [];
    use(copied);
    if (at + copied.length < text.length) this.#state = next;
    return this.#append(copied, at);
  }

  #append(text: string, at: number): number {
    this.#html += text;
    return at + text.length;
  }
}
