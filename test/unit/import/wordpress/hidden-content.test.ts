import { describe, expect, it } from "vitest";
import { wordpressContent } from "../../../../src/import/wordpress/wordpress-content.ts";

const contentOf = (stored: string) => wordpressContent(stored, new Map());
const nameOf = (tag: string) => /^[\w-]+/.exec(tag)?.[0] ?? "";
const between = (tag: string, text: string) => `<p>before</p>[${tag}]${text}[/${nameOf(tag)}]<p>after</p>`;

describe("wordpressContent() leaves out", () => {
  it.each([
    ...'restrict|members_only|private|private role="subscriber"|wpmem_logged_in|passster password="p"|mepr-show rules="5"'.split("|"),
    ...'pmpro_membership level="1"|member|hidden|protected|su_private|su_members|is_paid|is_free|logged_in|is_logged_in'.split("|"),
    ...'ihc-hide-content ihc_mb_type="show"|ihc-hide-content ihc_mb_type="hide" ihc_mb_who="unreg"|wcm_restrict plans="a, b"'.split("|"),
    ...'s2If is_user_logged_in()|_s2If current_user_can(access_s2member_level1)|um_loggedin|um_show_content roles="x"'.split("|"),
    ...'swpm_protected custom_msg="[login]"|wp-members status="in"|members_access role="editor"|sociallocker id="5"'.split("|"),
    ...'sociallocker id=&#8221;5&#8243;|emaillocker|hide|reply|login|student|subscribers_content|groups_member group="x"'.split("|"),
    ...'pms-restrict subscription_plans="1"|wlm_ismember|ppwp passwords="a b"|content_control status="logged_in"'.split("|"),
    ...'box visibility="logged_in"|area password="x"|MM_Member_Decision isMember=\'true\'|staff_members_only|hide_from_guests|RESTRICT'.split(
      "|",
    ),
  ])("the text of [%s], and names it", (tag) => {
    const { html, notes, whyDraft } = contentOf(between(tag, "SECRET <pre>SECRET</pre>"));
    expect(html.replace(/\n/g, "")).toBe("<p>before</p><p>after</p>");
    expect(notes).toEqual([
      `Left out, since the old site may have shown it only to some readers, such as members: [${nameOf(tag).toLowerCase()}]`,
    ]);
    expect(whyDraft).toBeUndefined();
  });

  it.each([
    ["a [restrict]SECRET[restrict]SECRET[/restrict]SECRET[/restrict] b", "<p>a  b</p>"],
    ["a [restrict]SECRET[restrict]SECRET[/restrict] b", "<p>a  b</p>"],
    ["[restrict]SECRET[/restrict] b [restrict]SECRET[/restrict]", "<p>b</p>"],
    ["[visitor]T[member]SECRET[/member]U[/visitor]", "<p>TU</p>"],
    ["<pre>[restrict]SECRET[/restrict]</pre> b", "<pre></pre>\n<p>b</p>"],
    ["<!-- wp:shortcode -->[restrict]<!-- /wp:shortcode -->SECRET<!-- wp:shortcode -->[/restrict]<!-- /wp:shortcode -->b", "b"],
  ])("nested and spread shortcodes: %s", (stored, html) => {
    expect(contentOf(stored).html).toBe(html);
  });

  it.each([
    ["a [paywall] SECRET", "<p>a</p>"],
    ["<code>[paywall]</code> [paywall] SECRET", "<p><code>[paywall]</code></p>"],
    ["<p>a</p>\n<!--steady-paywall-->\n<p>SECRET</p>", "<p>a</p>"],
    ["<p>a</p><!-- wp:jetpack/paywall --><!-- /wp:jetpack/paywall --><p>SECRET</p>", "<p>a</p>"],
    ["<p>a</p><!-- wp:jetpack/paywall /--><p>SECRET</p>", "<p>a</p>"],
  ])("what follows a paywall: %s", (stored, html) => {
    const note = 'Left out the text after its paywall, which the old site showed only to some readers: "SECRET"';
    expect(contentOf(stored)).toEqual({ html, notes: [note], shown: "before paywall" });
  });

  const block = (name: string, attributes = "", text = "<p>SECRET</p>") => `<!-- wp:${name} ${attributes}-->${text}<!-- /wp:${name} -->`;
  it.each([
    block(
      "premium-content/container",
      "",
      `${block("premium-content/subscriber-view")}${block("premium-content/logged-out-view", "", "b")}`,
    ),
    `b${block("group", '{"blockVisibility":{"hideBlock":true}} ', `${block("group")}<p>SECRET</p>`)}`,
    `b${block("html", '{"blockVisibility":{"controlSets":[{"controls":{"userRole":{"visibilityByRole":"user-role"}}}]}} ')}`,
    `b${block("paragraph", '{"metadata":{"blockVisibility":false}} ')}`,
    `b${block("pmpro/membership", '{"levels":["1"]} ')}`,
    `b${block("paragraph", '{"visibilityBlockEnabled":true,"segment":"all"} ')}`,
    `b${block("paragraph", '{"um_is_restrict":true,"um_who_access":"1"} ')}`,
    `${block("woocommerce-memberships/member-content")}${block("woocommerce-memberships/non-member-content", "", "b")}`,
    "b<!-- wp:memberpress/protected-content --><p>SECRET</p>",
  ])("hidden blocks: %s", (stored) => {
    const { html, notes } = contentOf(stored);
    expect(html).toBe("b");
    expect(notes).toEqual([expect.stringMatching(/^Left out, since the old site may have shown it only to some readers/)]);
  });
});

describe("wordpressContent() keeps", () => {
  it.each([
    ...'not_logged_in|visitor|guest|wpmem_logged_out|um_loggedout|mepr-hide rules="5"|s2If !is_user_logged_in()|wcm_nonmember'.split("|"),
    ...'members_not_logged_in|is_not_paid|wp-members status="out"|pmpro_membership level="0"|membership level="-1"'.split("|"),
    ...'ihc-hide-content ihc_mb_type="show" ihc_mb_who="unreg"|ihc-hide-content ihc_mb_type="hide" ihc_mb_who="reg"'.split("|"),
    ...'pms-restrict display_to="not_logged_in"|content_control status="logged_out"|MM_Member_Decision isMember=\'false\''.split("|"),
    ...'team_member name="x"|et_pb_team_member|box|remember|block|blocked x=1|accessibility|su_spoiler|guest_post'.split("|"),
  ])("the text of [%s]", (tag) => {
    const { html, notes } = contentOf(between(tag, "WORD"));
    expect(html).toContain("WORD");
    expect(notes).not.toContainEqual(expect.stringContaining("Left out"));
  });

  it.each([
    ["The [member] and [private] tags", "<p>The [member] and [private] tags</p>"],
    ["[code][restrict]x[/restrict][/code]", "<pre><code>[restrict]x[/restrict]\n</code></pre>"],
    ["[[restrict]]", "<p>[restrict]</p>"],
    ["<p>Write <code>[paywall]</code>.</p><!-- [paywall] -->", "<p>Write <code>[paywall]</code>.</p>\n<!-- [paywall] -->"],
    ["<!-- wp:coblocks/team-member --><p>T</p><!-- /wp:coblocks/team-member -->", "<p>T</p>"],
    ['<!-- wp:paragraph {"metadata":{"blockVisibility":{"viewport":{"mobile":false}}}} --><p>T</p><!-- /wp:paragraph -->', "<p>T</p>"],
    ['<!-- wp:pmpro/membership {"levels":["0"]} --><p>T</p><!-- /wp:pmpro/membership -->', "<p>T</p>"],
  ])("texts that hide nothing: %s", (stored, html) => {
    expect(contentOf(stored)).toEqual({ html, notes: [] });
  });

  it.each(["[restrict]All of it[/restrict]", "<!-- wp:jetpack/paywall /--><p>All of it</p>"])(
    "the whole text of a post of which visitors saw nothing, as a draft: %s",
    (stored) => {
      expect(contentOf(stored)).toMatchObject({
        html: "<p>All of it</p>",
        whyDraft: expect.stringContaining("only to some readers, such as members"),
      });
    },
  );
});

describe("wordpressContent()", () => {
  it.each([
    "[restrict]",
    "[restrict x",
    "[restrict][restrict][/restrict]",
    "[a [",
    "[code] [restrict ",
    "<!-- wp:members/x -->",
    "<!-- wp:x ",
  ])("takes linear time for hidden parts: thirty thousand times %j", (part) => {
    expect(contentOf(part.repeat(30_000)).html).toBeDefined();
  });
});
