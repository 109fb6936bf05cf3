import { describe, expect, it } from "vitest";
import { isProtected } from "../../../../src/import/site-rules/is-protected.ts";
import { splitText } from "../../../../src/import/site-rules/site-file.ts";

const of = (frontMatter: string, body = "Text") => isProtected(splitText("a.md", `---\ntitle: A\n${frontMatter}\n---\n${body}`));

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
  ])("finds a protected part: %s", (body) => expect(of("", body)).toBe(true));

  it.each([
    ['Write {{%/* hugo-encryptor "a" */%}}.'],
    ["Let's Encrypt, and a password: hunter2"],
    ["{{ page.password }}"],
    ["{% link _posts/2024-01-02-encryption.md %}"],
    ["{{< figure src=encrypt.png >}}"],
  ])("finds no protected part: %s", (body) => expect(of("", body)).toBe(false));
});
