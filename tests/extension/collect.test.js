import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./page-world.js";

/**
 * @param {string} body
 * @param {object} [options]
 */
function textsOf(body, options) {
  return [...openPage(body, options).world.collectPage().blocks].map((block) => block.text);
}

test("each paragraph, heading and item is a block, in the order of the page, with its white space as it is", () => {
  const texts = textsOf("<h1>A  head</h1><p>One\n two&nbsp;three.</p><ul><li>First</li><li><b>Sec</b>ond</li></ul>");
  assert.deepEqual(texts, ["A  head", "One\n two\u00a0three.", "First", "Second"]);
});

test("what is hidden, executed or typed in is no block", () => {
  const body = `<script>let a = "said";</script><style>p{}</style><noscript>off</noscript><template><p>later</p></template>
    <p style="display:none">hidden</p><p hidden>too</p><p style="visibility:hidden">gone<b style="visibility:visible">seen</b></p>
    <form><p>Sign up</p><input value="secret"></form><textarea>draft</textarea><div contenteditable><p>my letter</p></div>
    <p>Text.</p>`;
  assert.deepEqual(textsOf(body), ["seen", "Text."]);
});

test("of a closed <details> only the summary is read, of an open one all", () => {
  const body = "<details><summary>What they say</summary>loose words<p>inside</p></details><details open><summary>More</summary>shown</details>";
  const hidden = "<style>details:not([open]) > p { display: none }</style>";
  assert.deepEqual(textsOf(hidden + body), ["What they say", "More", "shown"]);
});

test("what is shrunk to a dot, clipped away or put off the page is not read", () => {
  const out = ["width:1px;height:1px;overflow:hidden", "left:-9999px", "clip:rect(0px, 0px, 0px, 0px)", "clip-path:inset(50%)", "top:-5000px"];
  const body = out.map((style) => `<p style="position:absolute;${style}">unseen</p>`).join("");
  assert.deepEqual(textsOf(`${body}<p style="position:absolute;left:40px">Seen.</p>`), ["Seen."]);
});

test("the reading over ruby characters is no part of the line", () => {
  assert.deepEqual(textsOf("<p><ruby>沖<rp>(</rp><rt>Oki</rt><rp>)</rp></ruby> said.</p>"), ["沖 said."]);
});

test("a form with the paragraphs of an article is read and sent as a plain box, one to sign up with is not", () => {
  const { world } = openPage(`<form id="all">${"<p>Words.</p>".repeat(4)}</form><form><p>Sign up.</p></form>`);
  const { request } = world.collectPage();
  assert.equal(request.blocks.length, 4);
  assert.match(request.html, /<div id="all"><p data-onrecord-block="0">/);
});

test("a frame of the page's own origin is read where it stands, another's is not", () => {
  const { world, document } = openPage("<p>Before.</p><iframe class='story'></iframe><iframe sandbox></iframe><p>After.</p>");
  const [own, other] = document.querySelectorAll("iframe");
  const inside = /** @type {Document} */ (own.contentDocument);
  inside.body.innerHTML = "<p>In the <b>frame</b>.</p><p style='display:none'>unseen</p>";
  Object.defineProperty(world.HTMLIFrameElement.prototype, "contentDocument", {
    get() {
      return this === other ? null : inside;
    },
  });
  const { request, frames } = world.collectPage();
  assert.deepEqual([...request.blocks].map((block) => block.text), ["Before.", "In the frame.", "After."]);
  assert.match(request.html, /<div class="story">.*In the <b>frame<\/b>.*<\/div>.*After/);
  assert.doesNotMatch(request.html, /iframe|unseen|<body.*<body/);
  assert.equal(frames.length, 1);
  assert.equal(frames[0].document, inside);
});

test("text in a CDATA section of an XML page is text", () => {
  const { world, document } = openPage("<p id='p'>One </p>");
  const xml = new world.DOMParser().parseFromString("<r><![CDATA[<two> & three]]></r>", "text/xml");
  document.getElementById("p")?.append(document.adoptNode(xml.documentElement.firstChild));
  assert.deepEqual([...world.collectPage().blocks].map((block) => block.text), ["One <two> & three"]);
});

test("elements whose names would make their content read otherwise are sent as plain ones", () => {
  const { html } = openPage("<xmp>Not <b> bold.</xmp><o:p>Odd.</o:p>").world.collectPage().request;
  assert.doesNotMatch(html, /xmp/);
  assert.match(html, /<o:p>Odd\.<\/o:p>/);
});

test("a form around the whole article is read, its controls are not", () => {
  assert.deepEqual(textsOf("<form><article><p>Words.</p><button>Send</button></article></form>"), ["Words."]);
});

test("text beside other blocks in one element is a block of its own", () => {
  const { world } = openPage("<div>before <i>this</i><p>inside</p>after</div>");
  const { request } = world.collectPage();
  assert.deepEqual([...request.blocks].map((block) => block.text), ["before this", "inside", "after"]);
  assert.match(
    request.html,
    /<div><p data-onrecord-block="0">before <i>this<\/i><\/p><p data-onrecord-block="1">inside<\/p><p data-onrecord-block="2">after<\/p><\/div>/,
  );
});

test("one line break is a line end inside the block, two begin another block", () => {
  assert.deepEqual(textsOf("<p>one<br>two<br> <br>three</p>"), ["one\ntwo", "three"]);
});

test("an inline element that holds blocks does not join them", () => {
  assert.deepEqual(textsOf("<a href='/x'><h3>Title</h3><p>Teaser</p></a><span>tail</span>"), ["Title", "Teaser", "tail"]);
});

test("spans laid out as blocks are blocks, and a floating drop cap belongs to its line", () => {
  const body = `<div><span style="display:block">One.</span><span style="display:block">Two.</span></div>
    <p><span style="display:block;float:left">T</span>he end.</p>`;
  assert.deepEqual(textsOf(body), ["One.", "Two.", "The end."]);
});

test("the content of shadow roots, closed ones too, is read where it shows, with slotted nodes in their slots", () => {
  const { world, document } = openPage("<x-story><b slot='by'>By a writer</b></x-story>");
  const story = /** @type {Element} */ (document.querySelector("x-story"));
  story.attachShadow({ mode: "closed" }).innerHTML = "<p>In the shadow.</p><div><slot name='by'></slot></div>";
  const reading = world.collectPage();
  assert.deepEqual([...reading.blocks].map((block) => block.text), ["In the shadow.", "By a writer"]);
  assert.equal(reading.shadowRoots.length, 1);
});

test("every segment leads back to its text node", () => {
  const { world } = openPage("<p>a <b>bold 👩‍🚀</b> move<br>and <i>more</i></p><div>x<p>y</p>z</div>");
  for (const block of world.collectPage().blocks) {
    for (const { node, start, end } of block.segments) assert.equal(block.text.slice(start, end), node.data);
  }
});

test("reading stops at its bounds and says so", () => {
  const { world } = openPage("<p>12345</p>".repeat(50));
  const bounds = { nodes: 1e6, characters: 1e6, depth: 400, milliseconds: 1e6 };
  assert.equal(world.collectPage(bounds).cut, false);
  for (const tighter of [{ nodes: 60 }, { characters: 100 }, { depth: 1 }]) {
    const reading = world.collectPage({ ...bounds, ...tighter });
    assert.equal(reading.cut, true, JSON.stringify(tighter));
    assert.ok(reading.blocks.length < 50);
  }
});

test("reading stops when its time is up and says so", () => {
  const { world } = openPage("<p>12345</p>".repeat(600));
  const reading = world.collectPage({ nodes: 1e6, characters: 1e6, depth: 400, milliseconds: -1 });
  assert.equal(reading.cut, true);
  assert.ok(reading.blocks.length < 600);
});

test("line breaks count as nodes too, and what is left of a page at its bounds is what the backend can take", () => {
  const { world } = openPage("a<br>".repeat(60_000));
  const { request, cut } = world.collectPage();
  assert.equal(cut, true);
  assert.ok(request.html.split("<").length < 120_000);
  assert.ok(request.blocks.length <= 50_000);
});

test("elements nested past the bound do not overflow the stack", () => {
  const { world } = openPage(`${"<div>".repeat(5000)}deep${"</div>".repeat(5000)}<p>Still here.</p>`);
  const reading = world.collectPage();
  assert.deepEqual([...reading.blocks].map((block) => block.text), ["Still here."]);
  assert.equal(reading.cut, true);
});

test("names that a page gives its form controls do not stand in for the document's own", () => {
  const body = `<form><input name="firstChild"><input name="getAttribute"><h1>Head</h1></form>
    <form name="createElement"></form><img name="documentElement"><img name="title"><p>Text.</p>`;
  const { world } = openPage(body, { head: "<title>True title</title>" });
  const { request } = world.collectPage();
  assert.deepEqual([...request.blocks].map((block) => block.text), ["Head", "Text."]);
  assert.match(request.html, /<title>True title<\/title>/);
});

test("the HTML sent carries no script, style, event handler, typed value or data of the page's own", () => {
  const body = `<p onclick="go()" style="color:red" data-user="u1" class="lead">Text<script>steal()</script></p>
    <input value="secret"><a href="javascript:go()">one</a><a href="/two?x=1&y=2">two</a>`;
  const { html } = openPage(body).world.collectPage().request;
  assert.doesNotMatch(html, /onclick|style|data-user|steal|secret|javascript:/);
  assert.match(html, /<p data-onrecord-block="0" class="lead">Text<\/p>/);
  assert.match(html, /href="https:\/\/news\.example\/two\?x=1&amp;y=2"/);
});

test("text that looks like markup is sent as text", () => {
  const { html, blocks } = openPage("<p>&lt;b&gt; &amp;amp; “said”</p>").world.collectPage().request;
  assert.equal(blocks[0].text, "<b> &amp; “said”");
  assert.match(html, /&lt;b&gt; &amp;amp; “said”/);
});

test("what the page says of itself is sent: title, metadata, canonical link and JSON-LD that cannot close its element", () => {
  const head = `<title>A &amp; B</title><meta property="og:title" content="A"><link rel="canonical" href="/a">
    <link rel="stylesheet" href="/s.css"><script type="application/ld+json">{"headline":"x<\\/script><b>"}</script>`;
  const { html } = openPage("<p>Text.</p>", { head }).world.collectPage().request;
  assert.match(html, /<meta property="og:title" content="A">/);
  assert.match(html, /<link rel="canonical" href="https:\/\/news\.example\/a">/);
  assert.doesNotMatch(html, /stylesheet|<b>/);
  assert.equal(JSON.parse(/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? "").headline, "x</script><b>".replace("</", "<\\/").replace("\\", ""));
});

test("reading does not change the page", () => {
  const { world, document } = openPage("<div>a<p>b</p>c</div><form><input name=q value=1></form>");
  const before = document.documentElement.outerHTML;
  world.collectPage();
  assert.equal(document.documentElement.outerHTML, before);
});
