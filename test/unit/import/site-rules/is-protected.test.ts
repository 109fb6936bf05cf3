import { describe, expect, it } from "vitest";
import { isProtected } from "../../../../src/import/site-rules/is-protected.ts";
import { splitText } from "../../../../src/import/site-rules/site-file.ts";

const of = (frontMatter: string, body = "Text") =>
  isProtected({ ...splitText("a.md", `---\ntitle: A\n${frontMatter}\n---\n${body}`), path: "a.md" });

describe("isProtected()", () => {
  it.each([
    ["password: hunter2"],
    ["password: 123456"],
    ["Password: 'a b'"],
    ["password: [a, b]"],
    ["password: {default: a}"],
    ["passwords: a"],
    ["post_password: a"],
    ["enc_pwd: 1"],
    ["passwd: 1"],
    ["encrypt: true"],
    ["encrypted: true"],
    ["protected: yes"],
    ["secret: true"],
    ["extra: {password: a}"],
    ["params: {password: a}"],
  ])("finds the password of %s", (frontMatter) => expect(of(frontMatter)).toBe(true));

  it.each([
    ["password:"],
    ["password: ''"],
    ["password: null"],
    ["password: false"],
    ["password: []"],
    ["passwordHint: the cat"],
    ["encrypt: false"],
    ["secret: the moon is made of cheese"],
    ["tags: [password, encrypt]"],
    ["description: How to encrypt a password"],
  ])("finds no password in %s", (frontMatter) => expect(of(frontMatter)).toBe(false));

  it.each([
    ['{{% hugo-encryptor "PASSWORD" %}}\nText\n{{% /hugo-encryptor %}}'],
    ['{{< fixit-encryptor "a" >}}Text{{< /fixit-encryptor >}}'],
    ["{{<encrypt>}}Text{{</encrypt>}}"],
    ["{% encrypt a %}Text{% endencrypt %}"],
    ["::: encrypt encrypted key=a\nText\n:::"],
    ["> - ::::encrypt\n>   Text"],
    ["{%- password -%}Text{%- endpassword -%}"],
    ['{{ encrypt(text="moon") }}'],
    ["{% encrypt %}\n```\nSecret\n```\n{% endencrypt %}"],
    ["{% raw %}{{ a }}{% endraw %} {% encrypt %}Text{% endencrypt %} {% raw %}"],
    ["{% raw %} {% encrypt %}Text{% endencrypt %}"],
    ["1. Step\n\n    {{% encrypt %}}\n    Text\n    {{% /encrypt %}}"],
    ["```unclosed``` {% encrypt %}Text{% endencrypt %}"],
  ])("finds a protected part: %s", (body) => expect(of("", body)).toBe(true));

  it.each([
    ['Write {{%/* hugo-encryptor "a" */%}}.'],
    ["Let's Encrypt, and a password: hunter2"],
    ["{{ page.password }}"],
    ["{% link _posts/2024-01-02-encryption.md %}"],
    ["{{< figure src=encrypt.png >}}"],
    ["```yaml\npassword: {{ password | b64encode }}\n```"],
    ["~~~go\n{{ encrypt .Data }} {{encrypted}}\n~~~"],
    ["An Ansible template has {{ password }}, {{ protected }} and {{ encrypt }}."],
    ["Jinja: {{ password() }}, Vue: {{ encrypted }}, Helm: {{- password -}}"],
    ["Write `{% encrypt %}`, ``{{% encrypt %}}`` or `{{< password >}}`."],
    ["```\n{{% vault %}} {{% encrypt %}}\n```"],
    ["Text:\n\n    {% encrypt %}\n    {{% encrypt %}}\n"],
    ["<pre><code>{% encrypt %}</code></pre> <!-- {% encrypt %} -->"],
    ["{% raw %}\n{% encrypt %} {{% password %}}\n{% endraw %}"],
    ["{%- raw -%}{% encrypt %}{%- endraw -%} and {% verbatim %}{% encrypt %}{% endverbatim %}"],
    ["In VuePress, three colons (::: encrypt) begin a container. C++ has std:::password."],
  ])("finds no protected part: %s", (body) => expect(of("", body)).toBe(false));

  it.each([
    ["    {% encrypt %}Text{% endencrypt %}", true],
    ["Two ` backticks {% encrypt %}Text{% endencrypt %} `", true],
    ["<code>{% encrypt %}</code>", false],
  ])("knows the code of HTML: %s", (body, expected) => {
    expect(isProtected({ ...splitText("a.html", body), path: "a.html" })).toBe(expected);
  });
});
